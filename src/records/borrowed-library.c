/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/borrowed-library.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

gboolean
desk_borrow_library (const char *name,
                     const DeskBorrowed *functions,
                     guint n_functions,
                     GError **error)
{
  /* Never closed: libraries that register types cannot be unloaded. */
  void *library = dlopen (name, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  gboolean good = library != NULL;

  for (guint n = 0; n < n_functions && good; n++) {
    *functions[n].function = dlsym (library, functions[n].name);
    good = *functions[n].function != NULL;
  }
  if (!good)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("A learning record store needs the library “%s”, which is not installed here."),
                 name);
  return good;
}
