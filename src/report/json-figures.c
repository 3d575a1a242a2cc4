/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/json-figures.h"

#include "scoring/scorecard.h"

json_t *
desk_json_figure (double value)
{
  return json_real (desk_round_2 (value));
}

json_t *
desk_json_spread (const DeskSpread *spread)
{
  return json_pack ("{s:o, s:o, s:o, s:o}", "mean", desk_json_figure (spread->mean), "sd",
                    desk_json_figure (spread->sd), "p5", desk_json_figure (spread->p5), "p95",
                    desk_json_figure (spread->p95));
}
