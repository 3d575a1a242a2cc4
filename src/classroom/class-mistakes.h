/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* The mistakes that a class shares. */

G_BEGIN_DECLS

/* Those of at least two trainees among the latest sessions of `cells` (of DeskClassCell), most
 * trainees first, then the greatest share of them. Texts are put into `texts`. (transfer full)
 * (element-type DeskClassMistake) */
GPtrArray *desk_class_mistakes_count (const GPtrArray *cells, GStringChunk *texts);

/* Who made it: the cells of `view` in whose latest session something was lost by it. (transfer container)
 * (element-type DeskClassCell) */
GPtrArray *desk_class_mistake_find_who (const DeskClassView *view, const DeskClassMistake *mistake);

G_END_DECLS
