/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "target.h"

#include "report/report.h"

/* A journal from a stranger: refused with a reason, or scored and told in every text there is. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording =
      desk_recording_load_from_data ((const char *) data, size, "fuzz.journal", &error);
  g_autoptr (DeskScorecard) scorecard = NULL;

  g_assert_true ((recording == NULL) == (error != NULL));
  if (recording == NULL)
    return 0;
  scorecard = desk_scorecard_new (recording);
  for (DeskReportFormat format = DESK_REPORT_TEXT; format < DESK_REPORT_PDF; format++) {
    g_autofree char *report = desk_report_to_string (scorecard, format);

    g_assert_true (g_utf8_validate (report, -1, NULL));
  }
  return 0;
}
