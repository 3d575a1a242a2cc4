/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/library-model.h"
#include "app/summary-page.h"
#include "scenario/library-entry.h"

/* What to work after an introduction. */

G_BEGIN_DECLS

/* Offers on `page`, the summary of `after`, the easiest scenario above it that is no exam and in the same
 * language: at once, or when `library` has been read. Does nothing unless `after` is an introduction; NULL: the
 * summary is of no scenario that is open. */
void desk_next_scenario_seek (DeskSummaryPage *page,
                              const DeskScenario *after,
                              DeskLibraryModel *library);

G_END_DECLS
