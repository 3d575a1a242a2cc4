/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* A scenario and what it owns, for the reader that fills it in. Everything the public part points to is
 * allocated here and freed with it. */

G_BEGIN_DECLS

typedef struct {
  DeskScenario public;   /* first, so that one pointer is both */
  GStringChunk *strings; /* owned: every string; equal ones are kept once */
  GPtrArray *blocks;     /* owned: arrays and structs, each a g_malloc of its own */
  GPtrArray *slip_keys;  /* owned DeskSlipKey */
  GHashTable *people;    /* id → DeskPerson; keys and values live in strings and blocks */
  GHashTable *phrases;   /* id → DeskPhrase */
  GHashTable *calls;     /* id → DeskCall */
  GHashTable *replies;   /* key → DeskReply */
} DeskScenarioStore;

DeskScenarioStore *desk_scenario_store_new (void);

/* Memory and text that live as long as the scenario; a NULL text becomes "". */
gpointer desk_scenario_store_alloc (DeskScenarioStore *store, gsize size);
const char *desk_scenario_store_text (DeskScenarioStore *store, const char *text);

/* The pointers of `array`, ended with NULL. */
gpointer desk_scenario_store_list (DeskScenarioStore *store, const GPtrArray *array);

#define desk_scenario_store_new0(store, type)                                                      \
  ((type *) desk_scenario_store_alloc (store, sizeof (type)))

G_END_DECLS
