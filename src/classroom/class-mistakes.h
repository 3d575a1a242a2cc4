/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-view.h"

/* The mistakes that a class shares. */

G_BEGIN_DECLS

/* The mistakes of at least two trainees in the latest sessions of `cells` (of DeskClassCell): those of most
 * trainees first, then those of the greatest share. Their texts are put into `texts`. (transfer full)
 * (element-type DeskClassMistake) */
GPtrArray *desk_class_mistakes_count (const GPtrArray *cells, GStringChunk *texts);

/* Who made the mistake: the cells of `view` whose latest session lost something by it. (transfer container)
 * (element-type DeskClassCell) */
GPtrArray *desk_class_mistake_find_who (const DeskClassView *view, const DeskClassMistake *mistake);

G_END_DECLS
