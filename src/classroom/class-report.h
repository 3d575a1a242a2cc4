/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "classroom/class-folder.h"
#include "classroom/class-view.h"

/* A class for other programs to read, and for printing. All three end with a newline. (transfer full) */

G_BEGIN_DECLS

/* {"folder", "sessions", "cells": […], "weeks": […], "mistakes": […], "files": {…}}; the same bytes in
 * every locale, a figure that does not apply is null. */
char *desk_class_to_json (const DeskClassFolder *folder, const DeskClassView *view);

/* A row for each trainee and scenario, with the names of the JSON's cells. */
char *desk_class_to_csv (const DeskClassView *view);

/* A page to print or to send, in the user's language; it loads nothing from anywhere. */
char *desk_class_to_html (const DeskClassFolder *folder, const DeskClassView *view);

G_END_DECLS
