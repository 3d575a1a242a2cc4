/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

/* What an administrator does with the folder of a class. Each returns the exit status. */

int desk_class_chore_hand_in (const char *folder);
int desk_class_chore_test (const char *folder);
