/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/diagnostics.h"

/* A YAML document as a tree of texts, lists and maps with their places. Nothing is typed yet: `no`,
 * `0701740605` and `12:30` are texts. */

G_BEGIN_DECLS

typedef enum {
  DESK_YAML_TEXT,
  DESK_YAML_LIST,
  DESK_YAML_MAP,
} DeskYamlKind;

typedef struct _DeskYamlNode DeskYamlNode;

struct _DeskYamlNode {
  DeskYamlKind kind;
  gboolean mended;           /* a fault in it was reported already: its content is not checked */
  guint line;                /* from 1 */
  guint column;              /* from 1, in characters */
  const char *text;          /* a text's; else NULL */
  const DeskYamlNode *first; /* a list's items; a map's keys and values in turn; NULL: empty */
  const DeskYamlNode *next;  /* the one after it in its list or map */
};

typedef struct _DeskYamlTree DeskYamlTree;

/* Reads `length` bytes of `source`; faults go to `diagnostics`. Syntax faults are mended in a copy so that
 * there is a tree if possible; NULL if not. (transfer full) */
DeskYamlTree *desk_yaml_tree_new (const char *source, gsize length, DeskDiagnostics *diagnostics);
void desk_yaml_tree_free (DeskYamlTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskYamlTree, desk_yaml_tree_free)

const DeskYamlNode *desk_yaml_tree_get_root (const DeskYamlTree *self);

/* Whether mending may have moved or lost parts of the tree, so that what is missing from it may be in the
 * file. */
gboolean desk_yaml_tree_is_unsure (const DeskYamlTree *self);

G_END_DECLS
