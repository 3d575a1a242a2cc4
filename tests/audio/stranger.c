/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <stdlib.h>

/* What check-callback must find. */

void *stranger (void);

void *
stranger (void)
{
  return malloc (1);
}
