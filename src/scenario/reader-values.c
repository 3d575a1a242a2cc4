/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include "matching/tame-text.h"
#include "scenario/voice.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Keys and single values: from text to the types of the schema. */

enum {
  MAX_WORDINGS = 200, /* of one thing: each is compared with all that is written */
};

static void G_GNUC_PRINTF (4, 0) add (DeskReader *self,
                                      DeskSeverity severity,
                                      const DeskYamlNode *at,
                                      const char *format,
                                      va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  desk_diagnostics_add (self->diagnostics, severity, at->line, at->column, "%s", message);
}

void
desk_reader_error (DeskReader *self, const DeskYamlNode *at, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (self, DESK_SEVERITY_ERROR, at, format, arguments);
  va_end (arguments);
}

void
desk_reader_warning (DeskReader *self, const DeskYamlNode *at, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (self, DESK_SEVERITY_WARNING, at, format, arguments);
  va_end (arguments);
}

static gboolean
is_blank (const DeskYamlNode *node)
{
  const char *text = node->text;

  if (node->kind != DESK_YAML_TEXT)
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static guint
find_spec (const char *key, const DeskFieldSpec *specs, guint n_specs)
{
  guint n = 0;

  while (n < n_specs && !g_str_equal (specs[n].key, key))
    n++;
  return n;
}

/* The index in `specs` of the key that was probably meant; `n_specs` if none is near. */
static guint
tell_unknown_key (DeskReader *self,
                  const DeskYamlNode *key,
                  const DeskFieldSpec *specs,
                  guint n_specs)
{
  const char *known[DESK_MAX_FIELDS + 1] = { NULL };

  for (guint i = 0; i < n_specs; i++)
    known[i] = specs[i].key;
  const char *nearest = desk_reader_nearest (self, key->text, known);
  const char *shown = desk_reader_shown (self, key->text);
  if (nearest != NULL) {
    desk_reader_error (self, key, _ ("unknown key “%s”; did you mean “%s”?"), shown, nearest);
    return find_spec (nearest, specs, n_specs);
  }
  g_autofree char *all = g_strjoinv (", ", (char **) known);
  desk_reader_error (self, key, _ ("unknown key “%s”; the keys that can stand here are: %s"), shown,
                     all);
  return n_specs;
}

static void
take_field (DeskReader *self,
            const DeskYamlNode *key,
            const DeskFieldSpec *specs,
            guint n_specs,
            const DeskYamlNode **found)
{
  if (key->kind != DESK_YAML_TEXT) {
    desk_reader_error (self, key, _ ("a key is a single word, not a list or a group of keys"));
    return;
  }
  if (key->mended)
    return;
  guint n = find_spec (key->text, specs, n_specs);
  gboolean known = n < n_specs;
  if (!known)
    n = tell_unknown_key (self, key, specs, n_specs);
  if (n == n_specs)
    return;
  if (found[n] == NULL)
    found[n] = key->next;
  else if (known)
    desk_reader_error (self, key, _ ("“%s” is given a second time; keep one of the two"),
                       key->text);
}

static gboolean
is_empty (const DeskYamlNode *node)
{
  return node->kind == DESK_YAML_TEXT ? is_blank (node) && !node->mended : node->first == NULL;
}

/* Reports a mandatory key that is missing or has no value. */
static void
tell_lacking (DeskReader *self,
              const DeskYamlNode *map,
              const DeskYamlNode *value,
              const DeskFieldSpec *spec)
{
  if (value == NULL && self->unsure)
    return;
  if (value != NULL && spec->example != NULL)
    desk_reader_error (self, value, _ ("“%s” is empty; write for example “%s: %s”"), spec->key,
                       spec->key, spec->example);
  else if (value != NULL)
    desk_reader_error (self, value, _ ("“%s” is empty"), spec->key);
  else if (spec->example != NULL)
    desk_reader_error (self, map, _ ("“%s” is missing here; write for example “%s: %s”"), spec->key,
                       spec->key, spec->example);
  else
    desk_reader_error (self, map, _ ("“%s” is missing here"), spec->key);
}

gboolean
desk_reader_fields (DeskReader *self,
                    const DeskYamlNode *map,
                    const DeskFieldSpec *specs,
                    guint n_specs,
                    DeskFields *fields)
{
  *fields = (DeskFields){ .map = map };
  if (map == NULL || map->mended)
    return FALSE;
  if (map->kind != DESK_YAML_MAP) {
    desk_reader_error (self, map, _ ("keys with values are expected here, such as “%s: …”"),
                       specs[0].key);
    return FALSE;
  }
  for (const DeskYamlNode *key = map->first; key != NULL; key = key->next->next)
    take_field (self, key, specs, n_specs, fields->values);
  for (guint i = 0; i < n_specs; i++) {
    const DeskYamlNode *value = fields->values[i];
    if (value != NULL && !is_empty (value))
      continue;
    fields->values[i] = NULL;
    if (specs[i].mandatory)
      tell_lacking (self, map, value, &specs[i]);
  }
  return TRUE;
}

static gboolean
expect_text (DeskReader *self, const DeskYamlNode *node)
{
  if (node == NULL)
    return FALSE;
  if (node->kind == DESK_YAML_TEXT)
    return TRUE;
  if (node->kind == DESK_YAML_LIST)
    desk_reader_error (self, node,
                       _ ("one value is expected here, not a list; put a text that begins with “[” "
                          "in quotation marks"));
  else
    desk_reader_error (self, node,
                       _ ("one value is expected here, not a group of keys; put a text that begins "
                          "with “{” in quotation marks"));
  return FALSE;
}

static gboolean
expect_value (DeskReader *self, const DeskYamlNode *node)
{
  return expect_text (self, node) && !node->mended;
}

/* Takes ownership of `text`. */
static gboolean
store (DeskReader *self, char *text, const char **out)
{
  *out = desk_scenario_store_text (self->store, g_strstrip (text));
  g_free (text);
  return TRUE;
}

gboolean
desk_reader_text (DeskReader *self, const DeskYamlNode *node, const char **out)
{
  return expect_text (self, node) && store (self, desk_tame_text (node->text), out);
}

gboolean
desk_reader_line (DeskReader *self, const DeskYamlNode *node, const char **out)
{
  return expect_text (self, node) && store (self, desk_tame_line (node->text), out);
}

gboolean
desk_reader_word (DeskReader *self, const DeskYamlNode *node, const char **out)
{
  return expect_text (self, node) && store (self, g_strdup (node->text), out);
}

static gboolean
is_id (const char *text)
{
  if (g_utf8_strlen (text, -1) > DESK_MAX_ID_LETTERS)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isalnum (g_utf8_get_char (text)) && strchr ("_-.", *text) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
desk_reader_id (DeskReader *self, const DeskYamlNode *node, const char **out)
{
  if (!expect_value (self, node))
    return FALSE;
  if (!is_id (node->text)) {
    g_autofree char *guess = desk_reader_guess_id (node->text);
    const char *shown = desk_reader_shown (self, node->text);
    if (guess != NULL)
      desk_reader_error (
          self, node,
          _ ("“%s” cannot be an id, which has letters, digits, “_”, “-” and “.” but no spaces; "
             "write for example “%s”"),
          shown, guess);
    else
      desk_reader_error (
          self, node,
          _ ("“%s” cannot be an id: use up to 64 letters, digits, “_”, “-” and “.”, no spaces"),
          shown);
    return FALSE;
  }
  *out = desk_scenario_store_text (self->store, node->text);
  return TRUE;
}

const DeskYamlNode *
desk_reader_items (const DeskYamlNode *node)
{
  return node != NULL && node->kind == DESK_YAML_LIST ? node->first : node;
}

const DeskYamlNode *
desk_reader_list (DeskReader *self, const DeskYamlNode *node)
{
  if (node == NULL || node->mended)
    return NULL;
  if (node->kind == DESK_YAML_LIST)
    return node->first;
  desk_reader_error (self, node,
                     _ ("a list is expected here: each item on a line with “- ” before it"));
  return NULL;
}

gboolean
desk_reader_claim_id (DeskReader *self, const DeskYamlNode *node, GHashTable *ids, gpointer owner)
{
  if (g_hash_table_contains (ids, node->text)) {
    desk_reader_error (self, node, _ ("the id “%s” is taken already; choose another one"),
                       node->text);
    return FALSE;
  }
  g_hash_table_insert (ids, (gpointer) desk_scenario_store_text (self->store, node->text), owner);
  return TRUE;
}

gboolean
desk_reader_texts (DeskReader *self, const DeskYamlNode *node, const char *const **out)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean is_list = node != NULL && node->kind == DESK_YAML_LIST;

  for (const DeskYamlNode *item = desk_reader_items (node); item != NULL; item = item->next) {
    const char *text = NULL;
    if (texts->len == MAX_WORDINGS) {
      desk_reader_error (self, item, _ ("a list has at most 200 wordings"));
      break;
    }
    if (is_empty (item))
      desk_reader_error (self, item, _ ("this item of the list is empty"));
    else if (desk_reader_text (self, item, &text))
      g_ptr_array_add (texts, (gpointer) text);
    if (!is_list)
      break;
  }
  if (texts->len == 0)
    return FALSE;
  *out = desk_scenario_store_list (self->store, texts);
  return TRUE;
}

gboolean
desk_reader_choice (DeskReader *self,
                    const DeskYamlNode *node,
                    const char *const *names,
                    guint *out)
{
  if (!expect_value (self, node))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], node->text)) {
      *out = i;
      return TRUE;
    }
  }
  const char *nearest = desk_reader_nearest (self, node->text, names);
  const char *shown = desk_reader_shown (self, node->text);
  g_autofree char *all = g_strjoinv (", ", (char **) names);
  if (nearest != NULL)
    desk_reader_error (self, node, _ ("“%s” is not one of %s; did you mean “%s”?"), shown, all,
                       nearest);
  else
    desk_reader_error (self, node, _ ("“%s” is not one of %s"), shown, all);
  return FALSE;
}

gboolean
desk_reader_flag (DeskReader *self, const DeskYamlNode *node, gboolean *out)
{
  static const char *const names[] = { "no", "yes", "false", "true", NULL };
  guint choice;

  if (!desk_reader_choice (self, node, names, &choice))
    return FALSE;
  *out = choice % 2 == 1;
  return TRUE;
}

/* GLib sets up the C locale at the first conversion. A thread that waits for it meanwhile may be left with
 * errno set (EAGAIN), which GLib takes for a fault in the digits. This call takes that risk in its place. */
static void
set_up_conversion (void)
{
  static gsize is_set_up = 0;

  if (g_once_init_enter (&is_set_up)) {
    g_ascii_strtoll ("0", NULL, 10);
    g_once_init_leave (&is_set_up, 1);
  }
}

gboolean
desk_reader_integer (
    DeskReader *self, const DeskYamlNode *node, gint64 least, gint64 most, gint64 *out)
{
  g_autoptr (GError) error = NULL;

  if (!expect_value (self, node))
    return FALSE;
  set_up_conversion ();
  if (g_ascii_string_to_signed (node->text, 10, least, most, out, &error))
    return TRUE;
  g_autofree char *guess = desk_reader_guess_integer (node->text);
  const char *shown = desk_reader_shown (self, node->text);
  if (g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_INVALID) &&
      guess != NULL)
    desk_reader_error (self, node, _ ("“%s” is not a whole number; did you mean “%s”?"), shown,
                       guess);
  else if (g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_INVALID))
    desk_reader_error (self, node, _ ("“%s” is not a whole number; write digits alone"), shown);
  else
    desk_reader_error (self, node, _ ("%s is out of range: from %lld to %lld"), shown,
                       (long long) least, (long long) most);
  return FALSE;
}

/* A plain decimal number: no exponent, no hexadecimal, no "inf". */
static gboolean
is_decimal (const char *text)
{
  gsize whole;

  text += *text == '-';
  whole = strspn (text, "0123456789");
  if (whole == 0 || whole > 15)
    return FALSE;
  if (text[whole] == '\0')
    return TRUE;
  gsize part = strspn (text + whole + 1, "0123456789");
  return text[whole] == '.' && part > 0 && part <= 15 && text[whole + 1 + part] == '\0';
}

gboolean
desk_reader_number (
    DeskReader *self, const DeskYamlNode *node, double least, double most, double *out)
{
  if (!expect_value (self, node))
    return FALSE;
  double number = g_ascii_strtod (node->text, NULL);
  if (!is_decimal (node->text)) {
    g_autofree char *guess = desk_reader_guess_decimal (node->text);
    const char *shown = desk_reader_shown (self, node->text);
    if (guess != NULL)
      desk_reader_error (self, node, _ ("“%s” is not a number; did you mean “%s”?"), shown, guess);
    else
      desk_reader_error (self, node, _ ("“%s” is not a number; write for example 2 or 0.5"), shown);
    return FALSE;
  }
  if (number < least || number > most) {
    /* With a decimal point in every locale, as the file needs it. */
    char from[G_ASCII_DTOSTR_BUF_SIZE], to[G_ASCII_DTOSTR_BUF_SIZE];
    desk_reader_error (self, node, _ ("%s is out of range: from %s to %s"), node->text,
                       g_ascii_formatd (from, sizeof from, "%g", least),
                       g_ascii_formatd (to, sizeof to, "%g", most));
    return FALSE;
  }
  *out = number;
  return TRUE;
}

/* "m:ss" and "h:mm:ss". All parts but the first have two digits and are below sixty. */
static gboolean
parse_clock (const char *text, gint64 *seconds)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  guint n = g_strv_length (parts);

  if (n < 2 || n > 3)
    return FALSE;
  *seconds = 0;
  for (guint i = 0; i < n; i++) {
    gsize digits = strspn (parts[i], "0123456789");
    if (parts[i][digits] != '\0' || digits == 0 || digits > 5 || (i > 0 && digits != 2))
      return FALSE;
    gint64 part = g_ascii_strtoll (parts[i], NULL, 10);
    if (i > 0 && part > 59)
      return FALSE;
    *seconds = *seconds * 60 + part;
  }
  return TRUE;
}

static gboolean
parse_time (const char *text, gint64 *ms)
{
  gint64 seconds;

  if (parse_clock (text, &seconds)) {
    *ms = seconds * 1000;
    return TRUE;
  }
  if (!is_decimal (text))
    return FALSE;
  *ms = llround (g_ascii_strtod (text, NULL) * 1000.0);
  return TRUE;
}

static char *
format_time (gint64 ms)
{
  gint64 seconds = ms / 1000;

  if (ms % 1000 != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", seconds, (int) (ms % 1000));
  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60),
                            (int) (seconds % 60));
  return g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

/* Many people write a minute and ten seconds as "1.10"; nobody means one and a tenth seconds by it. */
static gboolean
looks_like_clock (const char *text)
{
  const gsize minutes = strspn (text, "0123456789");

  return minutes >= 1 && minutes <= 3 && text[minutes] == '.' &&
         strspn (text + minutes + 1, "0123456789") == 2 && text[minutes + 3] == '\0' &&
         text[minutes + 1] <= '5';
}

static void
doubt_time (DeskReader *self, const DeskYamlNode *node)
{
  g_autofree char *clock = g_strdelimit (g_strdup (node->text), ".", ':');

  desk_reader_warning (self, node, _ ("“%s” is in seconds; did you mean “%s”?"), node->text, clock);
}

gboolean
desk_reader_time (
    DeskReader *self, const DeskYamlNode *node, gint64 least_ms, gint64 most_ms, gint64 *out_ms)
{
  gint64 ms;

  if (!expect_value (self, node))
    return FALSE;
  if (!parse_time (node->text, &ms)) {
    g_autofree char *guess = desk_reader_guess_time (node->text);
    const char *shown = desk_reader_shown (self, node->text);
    if (guess != NULL)
      desk_reader_error (self, node, _ ("“%s” is not a time; did you mean “%s”?"), shown, guess);
    else
      desk_reader_error (self, node,
                         _ ("“%s” is not a time; write minutes and seconds as 1:30, or seconds as "
                            "90"),
                         shown);
    return FALSE;
  }
  if (ms < least_ms || ms > most_ms) {
    g_autofree char *least = format_time (least_ms), *most = format_time (most_ms);
    desk_reader_error (self, node, _ ("%s is out of range: from %s to %s"), node->text, least,
                       most);
    return FALSE;
  }
  if (looks_like_clock (node->text))
    doubt_time (self, node);
  *out_ms = ms;
  return TRUE;
}

static void
tell_bad_phone (DeskReader *self, const DeskYamlNode *node, const char *written)
{
  DeskCountry country = self->scenario->country;
  const char *example = desk_reader_phone_example (country);
  const char *shown = desk_reader_shown (self, written);

  if (example != NULL)
    desk_reader_error (self, node,
                       _ ("“%s” is not a telephone number by the rules of country “%s”; write for "
                          "example %s"),
                       shown, desk_country_code (country), example);
  else
    desk_reader_error (
        self, node,
        _ ("“%s” is not a telephone number by the rules of country “%s”; write it as "
           "it is dialled there"),
        shown, desk_country_code (country));
}

void
desk_reader_check_phone (DeskReader *self, const DeskYamlNode *node, const char *written)
{
  if (node->mended || !self->knows_country)
    return;
  DeskCountry country = self->scenario->country;
  g_autofree char *e164 = desk_phone_number_to_e164 (written, country);
  if (e164 == NULL)
    tell_bad_phone (self, node, written);
  else if (desk_phone_number_fiction (e164) == DESK_FICTION_OUTSIDE)
    desk_reader_warning (self, node,
                         _ ("%s lies outside the ranges set aside for fiction: it may be a real "
                            "person's number"),
                         written);
}
