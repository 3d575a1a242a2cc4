/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

/* "frontdesk class": the sessions of a class, from a folder of journals. Returns the exit status. */
int desk_cmd_class (int argc, char **argv);
