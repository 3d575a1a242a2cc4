/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/diagnostics.h"

/* A YAML document as a tree of texts, lists and maps that know where they stand. Nothing is typed
 * yet: `no`, `0701740605` and `12:30` are texts. */

G_BEGIN_DECLS

typedef enum {
  DESK_YAML_TEXT,
  DESK_YAML_LIST,
  DESK_YAML_MAP,
} DeskYamlKind;

typedef struct _DeskYamlNode DeskYamlNode;

struct _DeskYamlNode {
  DeskYamlKind kind;
  gboolean mended;  /* a fault in its writing was told already: what it says is not to be judged */
  guint line;       /* from 1 */
  guint column;     /* from 1, in characters */
  const char *text; /* a text's; else NULL */
  const DeskYamlNode *first; /* a list's items; a map's keys and values by turns; NULL: empty */
  const DeskYamlNode *next;  /* the one after it in its list or map */
};

typedef struct _DeskYamlTree DeskYamlTree;

/* Reads `length` bytes of `source`; faults go to `diagnostics`. Syntax faults are mended in a copy,
 * so that a tree comes out wherever one can; NULL when none can. */
DeskYamlTree *desk_yaml_tree_new (const char *source, gsize length, DeskDiagnostics *diagnostics);
void desk_yaml_tree_free (DeskYamlTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskYamlTree, desk_yaml_tree_free)

const DeskYamlNode *desk_yaml_tree_get_root (const DeskYamlTree *self);

/* Whether mending may have moved or lost parts of the tree, so that what is missing from it may
 * well be in the file. */
gboolean desk_yaml_tree_is_unsure (const DeskYamlTree *self);

G_END_DECLS
