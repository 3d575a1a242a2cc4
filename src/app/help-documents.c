/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/help-documents.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "/org/frontdesk/Frontdesk/help/"

typedef struct {
  const char *file;
  gboolean for_instructors;
} Document;

static const Document documents[] = {
  /* Translators: documents in your language, files in docs/; these are the English ones. */
  { N_ ("manual.md"), FALSE }, { N_ ("scoring.md"), FALSE }, { N_ ("authoring.md"), TRUE },
  { N_ ("exams.md"), TRUE },   { N_ ("class.md"), TRUE },
};

guint
desk_help_documents_count (void)
{
  return G_N_ELEMENTS (documents);
}

static GBytes *
look_up (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

char *
desk_help_document_read (guint n)
{
  g_autoptr (GBytes) bytes = look_up (_ (documents[n].file));

  if (bytes == NULL)
    bytes = look_up (documents[n].file);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
desk_help_document_title (guint n)
{
  g_autofree char *text = desk_help_document_read (n);
  const char *heading = text + strspn (text, "# ");

  return g_strndup (heading, strcspn (heading, "\n"));
}

gboolean
desk_help_document_is_for_instructors (guint n)
{
  return documents[n].for_instructors;
}

int
desk_help_document_find (const char *link)
{
  for (guint n = 0; n < G_N_ELEMENTS (documents); n++) {
    /* "class.sv.md#…" is of the same kind as "class.md". */
    const gsize stem = strcspn (documents[n].file, ".");

    if (strncmp (link, documents[n].file, stem) == 0 && link[stem] == '.')
      return (int) n;
  }
  return -1;
}
