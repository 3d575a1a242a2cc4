/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/diagnostics.h"

/* Mistakes that YAML accepts silently or reports in riddles, found before it is parsed. */

G_BEGIN_DECLS

typedef struct {
  guint line;
  guint column;
} DeskYamlPlace;

typedef struct {
  char *text; /* owned: the source, of the same length, with every trap made harmless */
  gsize length;
  GArray *places;    /* owned, of DeskYamlPlace, ascending: where mended texts begin */
  GArray *lines;     /* owned, of guint, ascending: lines on which a trap was reported */
  gboolean unsure;   /* it is no longer certain what belongs to which key */
  gboolean hopeless; /* nothing sensible can be parsed */
} DeskYamlMended;

/* Copies `source`, which is valid UTF-8 without NUL, and reports each trap once. */
void desk_yaml_mended_init (DeskYamlMended *self,
                            const char *source,
                            gsize length,
                            DeskDiagnostics *diagnostics);
void desk_yaml_mended_clear (DeskYamlMended *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskYamlMended, desk_yaml_mended_clear)

/* Whether the text that begins there was mended. */
gboolean desk_yaml_mended_covers (const DeskYamlMended *self, guint line, guint column);

/* Whether a fault was reported on this line; and to note that one was. */
gboolean desk_yaml_mended_has_line (const DeskYamlMended *self, guint line);
void desk_yaml_mended_add_line (DeskYamlMended *self, guint line);

/* Nesting deeper than any scenario needs. */
#define DESK_YAML_MAX_DEPTH 8

G_END_DECLS
