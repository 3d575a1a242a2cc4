/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdbool.h>

/* Stands between this program and the C library, in front of every function that allocates, locks,
 * waits or touches a file. On a thread whose flag is raised the first call of one of them ends the
 * program by SIGABRT. */
void forbid_begin (void);
void forbid_end (void);

/* On this thread and for ever the kernel ends the program by SIGSYS at any system call, but for the
 * one that ends it in peace. False when this kernel cannot. */
bool forbid_system_calls (void);

/* The one that is left. */
void leave_in_peace (void) __attribute__ ((noreturn));
