/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/diagnostics.h"
#include "scenario/scenario-private.h"
#include "scenario/yaml-tree.h"

/* What the parts of the scenario reader share while reading one file. */

G_BEGIN_DECLS

typedef struct {
  DeskScenarioStore *store;     /* filled in as the file is read */
  DeskScenario *scenario;       /* the public part of it */
  DeskDiagnostics *diagnostics; /* borrowed */
  gboolean unsure; /* the tree may be incomplete: report neither missing keys nor undefined ids */
  gboolean lacks_people; /* a person could not be read: an undefined id may be theirs */
  gboolean lacks_phrases;
  gboolean knows_country;
  char *folder;      /* owned: the real path of the scenario's folder; NULL: ignore clips */
  GHashTable *clips; /* owned, by path: what is wrong with each clip */
  char **
      clip_files; /* owned: the contents of the folder "clips", for suggestions; NULL: not read yet */
  GPtrArray *replies;     /* owned: of DeskReply, in the order of their indices */
  GPtrArray *voices;      /* owned: what reader-voices keeps of the table “voices” */
  guint comparisons_left; /* a hostile file does not get unlimited suggestions */
} DeskReader;

void desk_reader_error (DeskReader *self, const DeskYamlNode *at, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void desk_reader_warning (DeskReader *self, const DeskYamlNode *at, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The word of `known` (NULL-terminated) that `word` is probably a misspelling of; or NULL. */
const char *desk_reader_nearest (DeskReader *self, const char *word, const char *const *known);

/* `text`, or its first sixty characters, to quote in a message. Valid while the file is being read. */
const char *desk_reader_shown (DeskReader *self, const char *text);

/* "transfer, message, inform", shortened if long. (transfer full) */
char *desk_reader_join (DeskReader *self, const char *const *words);

/* Guesses what the author meant by an unreadable value: "5 min" → "5:00", "4 lines" → "4", "0,5" → "0.5",
 * "Erik Berg" → "erik_berg". NULL: no idea. (transfer full) */
char *desk_reader_guess_time (const char *text);
char *desk_reader_guess_integer (const char *text);
char *desk_reader_guess_decimal (const char *text);
char *desk_reader_guess_id (const char *text);

/* An example telephone number as `country` writes them; NULL if it has no range for fiction. */
const char *desk_reader_phone_example (DeskCountry country);

/* Reports `complaint`, with the word of `known` nearest to `word` if any is near, else with the choices
 * there are. */
void desk_reader_unknown (DeskReader *self,
                          const DeskYamlNode *at,
                          const char *complaint,
                          const char *word,
                          const char *const *known);

#define DESK_MAX_ID_LETTERS 64

typedef struct {
  const char *key;
  gboolean mandatory;
  const char *example; /* example value of a mandatory key; NULL for a group or a list */
} DeskFieldSpec;

#define DESK_MAX_FIELDS 20

/* The values of a map in the order of its specs; NULL where absent or empty. */
typedef struct {
  const DeskYamlNode *map;
  const DeskYamlNode *values[DESK_MAX_FIELDS];
} DeskFields;

/* Finds the values of `map` by `specs`, and reports unknown, repeated and missing keys. FALSE if it is no
 * map. */
gboolean desk_reader_fields (DeskReader *self,
                             const DeskYamlNode *map,
                             const DeskFieldSpec *specs,
                             guint n_specs,
                             DeskFields *fields);

/* Each reads one value. FALSE if it cannot, after reporting why; also FALSE, silently, for a NULL or a
 * mended node. `out` is then left alone. */
/* A text of several lines, a text of one line, and a name for the program: an id, a file, a voice. Text for
 * people is made harmless here, once for all displays (tame-text.h). A name is kept as written, because it
 * is compared. */
gboolean desk_reader_text (DeskReader *self, const DeskYamlNode *node, const char **out);
gboolean desk_reader_line (DeskReader *self, const DeskYamlNode *node, const char **out);
gboolean desk_reader_word (DeskReader *self, const DeskYamlNode *node, const char **out);
gboolean desk_reader_id (DeskReader *self, const DeskYamlNode *node, const char **out);
gboolean desk_reader_texts (DeskReader *self, const DeskYamlNode *node, const char *const **out);
gboolean desk_reader_flag (DeskReader *self, const DeskYamlNode *node, gboolean *out);
gboolean desk_reader_integer (
    DeskReader *self, const DeskYamlNode *node, gint64 least, gint64 most, gint64 *out);
gboolean desk_reader_number (
    DeskReader *self, const DeskYamlNode *node, double least, double most, double *out);
gboolean desk_reader_time (
    DeskReader *self, const DeskYamlNode *node, gint64 least_ms, gint64 most_ms, gint64 *out_ms);
gboolean desk_reader_choice (DeskReader *self,
                             const DeskYamlNode *node,
                             const char *const *names,
                             guint *out);

/* No time in a scenario exceeds a day. */
#define DESK_READER_MAX_MS ((gint64) 24 * 60 * 60 * 1000)

/* A list's first item, or the node itself where a single value stands for a list of one. */
const DeskYamlNode *desk_reader_items (const DeskYamlNode *node);

/* The first item of `node`, which must be a list; NULL, after reporting why, if there is none. */
const DeskYamlNode *desk_reader_list (DeskReader *self, const DeskYamlNode *node);

/* Registers `owner` under the id at `node` in `ids`; FALSE, after reporting it, if the id is taken. */
gboolean
desk_reader_claim_id (DeskReader *self, const DeskYamlNode *node, GHashTable *ids, gpointer owner);

/* Reports a number that is not one of the scenario's country, and one that may be a real person's. */
void desk_reader_check_phone (DeskReader *self, const DeskYamlNode *node, const char *written);

/* The table for DeskReader.clips. (transfer full) */
GHashTable *desk_reader_clips_new (void);

/* The reply at `node`; NULL, after reporting why, if there is none. `window` (nullable) receives the value
 * of `when`, which only a colleague's refusal has. */
const DeskReply *desk_reader_reply (DeskReader *self,
                                    const DeskYamlNode *node,
                                    const char *key,
                                    const char *id,
                                    const DeskYamlNode **window);
const DeskReply *desk_reader_add_reply (
    DeskReader *self, const char *key, const char *id, const char *text, const char *clip);

/* The value of `voice`; an unknown one is a warning. */
void desk_reader_voice (DeskReader *self, const DeskYamlNode *node, const char **out);

/* The sections of the file, each after those it refers to. */
void desk_reader_voices (DeskReader *self, const DeskYamlNode *map);
void desk_reader_people (DeskReader *self, const DeskYamlNode *list);
void desk_reader_phrases (DeskReader *self, const DeskYamlNode *list);
void desk_reader_calls (DeskReader *self, const DeskYamlNode *list);
void desk_reader_end_voices (DeskReader *self);
void desk_reader_expectation (DeskReader *self, const DeskYamlNode *map, DeskCall *call);
void desk_reader_slip_key (DeskReader *self, DeskCall *call, const DeskYamlNode *at);
/* What is heard in the call, without the caller's own telephone number. (transfer full) */
char **desk_reader_texts_but_phone (const DeskReader *self, const DeskCall *call);
/* Warns if something that belongs on the slip cannot be heard. `caller` is the node of the caller. */
void desk_reader_audible (DeskReader *self, const DeskCall *call, const DeskYamlNode *caller);

G_END_DECLS
