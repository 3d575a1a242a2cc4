/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/diagnostics.h"

/* The mistakes that YAML punishes with silence or with riddles, found before it is parsed. */

G_BEGIN_DECLS

typedef struct {
  guint line;
  guint column;
} DeskYamlPlace;

typedef struct {
  char *text; /* owned: the source, byte for byte as long, with every trap made harmless */
  gsize length;
  GArray *places;    /* owned DeskYamlPlace, ascending: where the texts begin that were mended */
  GArray *lines;     /* owned guint, ascending: where a trap was told */
  gboolean unsure;   /* what belongs to which key is no longer certain */
  gboolean hopeless; /* nothing sensible can be parsed */
} DeskYamlMended;

/* Copies `source`, which is valid UTF-8 without NUL, telling each trap once. */
void desk_yaml_mended_init (DeskYamlMended *self,
                            const char *source,
                            gsize length,
                            DeskDiagnostics *diagnostics);
void desk_yaml_mended_clear (DeskYamlMended *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskYamlMended, desk_yaml_mended_clear)

/* Whether the text that begins at this place was mended. */
gboolean desk_yaml_mended_covers (const DeskYamlMended *self, guint line, guint column);

/* Whether a fault was told on this line, and to note that one was. */
gboolean desk_yaml_mended_has_line (const DeskYamlMended *self, guint line);
void desk_yaml_mended_add_line (DeskYamlMended *self, guint line);

/* Nesting deeper than any scenario needs. */
#define DESK_YAML_MAX_DEPTH 8

G_END_DECLS
