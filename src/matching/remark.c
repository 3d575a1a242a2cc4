/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/remark.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "matching/moment.h"

/* A session makes far more remarks than anybody reads. So making one only copies what fills its places,
 * into a single block; the sentence is composed on request. */

#define MAX_LETTERS 60
#define MOST_FILLS 8

struct _DeskRemark {
  const char *template;
  gint64 t_ms;
  DeskRemark *next; /* owned */
  guint n_fills;
  DeskFill fills[]; /* texts follow the last of them; remarks are owned */
};

/* The two ways to put a remark into words. */
typedef struct {
  const char *(*translate) (const char *msgid);
  const char *decimal_sign;
  const char *(*moment) (char *text, gint64 t_ms);
  const char *(*seconds) (char *text, gint64 length_ms);
} Speech;

static const char *
stay_english (const char *msgid)
{
  return msgid;
}

static const char *
translate (const char *msgid)
{
  return *msgid != '\0' ? _ (msgid) : msgid;
}

static char *
cut (const char *written)
{
  g_autofree char *valid = g_utf8_make_valid (written, -1);
  const char *end = valid;

  for (guint n = 0; *end != '\0' && n < MAX_LETTERS; n++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%.*s%s", (int) (end - valid), valid, *end != '\0' ? "…" : "");
}

/* A text that fills a place, on its way into a remark. */
typedef struct {
  const char *text; /* NULL: there is none */
  char *mended;     /* owned; NULL: the text is as it was written */
  gsize size;       /* with its NUL */
} Writing;

/* Nearly all texts are short and valid UTF-8. */
static Writing
read_fill (const DeskFill *fill)
{
  Writing writing = { .text = fill->text };
  gsize length;

  if (fill->kind != DESK_FILL_TEXT && fill->kind != DESK_FILL_WORDS)
    return (Writing){ .text = NULL };
  if (writing.text == NULL)
    writing.text = "";
  length = strlen (writing.text);
  if (fill->kind == DESK_FILL_TEXT &&
      (length > MAX_LETTERS || !g_utf8_validate (writing.text, (gssize) length, NULL))) {
    writing.text = writing.mended = cut (writing.text);
    length = strlen (writing.text);
  }
  writing.size = length + 1;
  return writing;
}

static DeskRemark *copy (const DeskRemark *self);

/* Copies what `fill` points to into the remark, texts to `at`. Returns where the next text goes. */
static char *
take (DeskFill *fill, Writing *writing, char *at)
{
  if (fill->kind == DESK_FILL_REMARK)
    fill->remark = copy (fill->remark);
  if (writing->text == NULL)
    return at;
  fill->text = memcpy (at, writing->text, writing->size);
  g_free (writing->mended);
  return at + writing->size;
}

DeskRemark *
desk_remark_build (gint64 t_ms, const char *template, const DeskFill *fills)
{
  Writing writings[MOST_FILLS];
  guint n_fills = 0;
  gsize size = 0;
  DeskRemark *self;
  char *at;

  for (; fills[n_fills].kind != DESK_FILL_NONE; n_fills++) {
    g_assert (n_fills < MOST_FILLS);
    writings[n_fills] = read_fill (&fills[n_fills]);
    size += writings[n_fills].size;
  }
  self = g_malloc (sizeof *self + n_fills * sizeof *fills + size);
  *self = (DeskRemark){ .template = template, .t_ms = t_ms, .n_fills = n_fills };
  at = (char *) &self->fills[n_fills];
  for (guint i = 0; i < n_fills; i++) {
    self->fills[i] = fills[i];
    at = take (&self->fills[i], &writings[i], at);
  }
  return self;
}

/* Copies `self` without the remarks appended to it. */
static DeskRemark *
copy (const DeskRemark *self)
{
  g_autofree DeskFill *fills = g_new0 (DeskFill, self->n_fills + 1);

  memcpy (fills, self->fills, self->n_fills * sizeof *fills);
  return desk_remark_build (self->t_ms, self->template, fills);
}

DeskRemark *
desk_remark_plain (gint64 t_ms, const char *template)
{
  return desk_remark_build (t_ms, template, &(const DeskFill){ 0 });
}

DeskRemark *
desk_remark_append (DeskRemark *self, DeskRemark *more)
{
  DeskRemark *last = self;

  while (last->next != NULL)
    last = last->next;
  last->next = more;
  return self;
}

void
desk_remark_free (DeskRemark *self)
{
  while (self != NULL) {
    DeskRemark *next = self->next;

    for (guint i = 0; i < self->n_fills; i++)
      desk_remark_free ((DeskRemark *) self->fills[i].remark);
    g_free (self);
    self = next;
  }
}

static void
append_figure (GString *words, const char *figure, const Speech *speech)
{
  for (; *figure != '\0'; figure++) {
    if (*figure == '.')
      g_string_append (words, speech->decimal_sign);
    else
      g_string_append_c (words, *figure);
  }
}

static void
append_list (GString *words, const char *msgids, const Speech *speech)
{
  g_auto (GStrv) list = g_strsplit (msgids, "\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", speech->translate (list[i]));
}

static void append_sentence (GString *words, const DeskRemark *self, const Speech *speech);

static void
append_fill (GString *words, const DeskFill *fill, const Speech *speech)
{
  char figure[DESK_TIME_TEXT_SIZE];

  switch (fill->kind) {
  case DESK_FILL_NONE: break;
  case DESK_FILL_TEXT: g_string_append (words, fill->text); break;
  case DESK_FILL_WORDS: append_list (words, fill->text, speech); break;
  case DESK_FILL_SECONDS:
    append_figure (words, speech->seconds (figure, fill->number), speech);
    break;
  case DESK_FILL_BRIEF_SECONDS:
    speech->seconds (figure, fill->number);
    if (g_str_has_suffix (figure, ".0"))
      figure[strlen (figure) - 2] = '\0';
    append_figure (words, figure, speech);
    break;
  case DESK_FILL_COUNT: g_string_append_printf (words, "%" G_GINT64_FORMAT, fill->number); break;
  case DESK_FILL_REMARK: append_sentence (words, fill->remark, speech); break;
  }
}

static const DeskFill *
find_fill (const DeskRemark *self, const char *place, gsize length)
{
  for (guint i = 0; i < self->n_fills; i++) {
    if (strlen (self->fills[i].place) == length &&
        strncmp (self->fills[i].place, place, length) == 0)
      return &self->fills[i];
  }
  return NULL;
}

/* Places within a filled-in text are not expanded again. */
static void
append_sentence (GString *words, const DeskRemark *self, const Speech *speech)
{
  const char *at = speech->translate (self->template);

  while (*at != '\0') {
    const char *end = *at == '{' ? strchr (at, '}') : NULL;
    const DeskFill *fill = end != NULL ? find_fill (self, at + 1, (gsize) (end - at) - 1) : NULL;

    if (fill == NULL) {
      g_string_append_c (words, *at++);
      continue;
    }
    append_fill (words, fill, speech);
    at = end + 1;
  }
}

static char *
put_into_words (const DeskRemark *self, const Speech *speech)
{
  GString *words = g_string_new (NULL);

  for (const DeskRemark *one = self; one != NULL; one = one->next) {
    char moment[DESK_TIME_TEXT_SIZE];

    if (one != self)
      g_string_append (words, "; ");
    if (one->t_ms >= 0) {
      append_figure (words, speech->moment (moment, one->t_ms), speech);
      g_string_append_c (words, ' ');
    }
    append_sentence (words, one, speech);
  }
  return g_string_free (words, FALSE);
}

char *
desk_remark_to_english (const DeskRemark *self)
{
  return put_into_words (self,
                         &(const Speech){ stay_english, ".", desk_moment_text, desk_seconds_text });
}

char *
desk_remark_to_words (const DeskRemark *self)
{
  return put_into_words (self, &(const Speech){ translate, localeconv ()->decimal_point,
                                                desk_clock_text, desk_tenths_text });
}
