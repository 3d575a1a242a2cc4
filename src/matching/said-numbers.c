/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A text is first cut into stretches of parts that follow each other: digit groups, number words
 * and their pieces ("fyrtiofyra" is 40 and 4). From each part on, all ways to read what follows
 * are walked, as it stands and as a cardinal, up to 18 digits; every prefix of a walk is a number
 * that somebody may have meant to say. All that is kept of it is a sorted array of codes. */

#include "matching/said-numbers.h"

#include <string.h>

/* Beyond that a text is no telephone call; what follows is taken as not said. */
#define MAX_NUMBERS 200000
#define LEAST_PIECE ((DeskDigits) 1000) /* three digits */

typedef struct {
  DeskDigits digits;
  gint value;    /* of a number word; -1 for digits and multiples */
  gint multiple; /* 2 for "double"; else 0 */
} Part;

struct _DeskSaidNumbers {
  GArray *numbers; /* DeskDigits, sorted once sealed */
};

DeskSaidNumbers *
desk_said_numbers_new (void)
{
  DeskSaidNumbers *said = g_new0 (DeskSaidNumbers, 1);

  said->numbers = g_array_new (FALSE, FALSE, sizeof (DeskDigits));
  return said;
}

void
desk_said_numbers_free (DeskSaidNumbers *said)
{
  if (said == NULL)
    return;
  g_array_unref (said->numbers);
  g_free (said);
}

void
desk_said_numbers_add_digits (DeskSaidNumbers *said, DeskDigits digits)
{
  if (digits > DESK_NO_DIGITS && said->numbers->len < MAX_NUMBERS)
    g_array_append_val (said->numbers, digits);
}

void
desk_said_numbers_add_phone (DeskSaidNumbers *said, const char *written, DeskCountry country)
{
  g_autofree char *e164 = desk_phone_number_to_e164 (written, country);
  g_autofree char *national = NULL;
  DeskDigits international;

  if (e164 == NULL)
    return;
  national = desk_phone_number_to_national (e164, country);
  international = desk_digits_from_text (e164, -1);
  desk_said_numbers_add_digits (said, international);
  desk_said_numbers_add_digits (said,
                                desk_digits_join (desk_digits_from_text ("00", -1), international));
  if (national != NULL)
    desk_said_numbers_add_digits (said, desk_digits_from_text (national, -1));
}

static void
append_words_of_number (GArray *parts, const DeskReading *reading, guint i)
{
  const DeskWord *word = &reading->words->words[i];
  gint values[DESK_MAX_PARTS];
  guint n = desk_lexicon_split_number (reading->tongue, word->text, word->length, values);

  for (guint k = 0; k < n; k++) {
    Part part = { .digits = desk_digits_from_value (values[k]), .value = values[k] };

    g_array_append_val (parts, part);
  }
}

/* "The fifth of May" is written 5/5, and 5.5 */
static void
append_month (GArray *parts, gint month)
{
  Part part = { .digits = desk_digits_from_value (month), .value = -1 };

  g_array_append_val (parts, part);
}

/* Takes the part that begins `parts` as it stands; returns how many parts that are. */
static guint
read_plainly (const Part *parts, guint n_parts, DeskDigits *digits)
{
  if (parts->multiple == 0) {
    *digits = desk_digits_join (*digits, parts->digits);
    return 1;
  }
  if (n_parts < 2 || parts[1].value < 0 || parts[1].value > 9)
    return 0;
  for (gint n = 0; n < parts->multiple; n++)
    *digits = desk_digits_join (*digits, parts[1].digits);
  return 2;
}

/* The same for a number of several words, "four hundred seventeen"; 0 where there is none. */
static guint
read_as_cardinal (const Part *parts, guint n_parts, DeskDigits *digits)
{
  gint values[DESK_MAX_PARTS];
  guint n_values = 0;
  gint value;
  guint n;

  while (n_values < MIN (n_parts, DESK_MAX_PARTS) && parts[n_values].value >= 0) {
    values[n_values] = parts[n_values].value;
    n_values++;
  }
  if (n_values < 2)
    return 0;
  n = desk_cardinal_read (values, n_values, &value);
  if (n < 2)
    return 0;
  *digits = desk_digits_join (*digits, desk_digits_from_value (value));
  return n;
}

/* Each step adds a digit at least, so no walk is deeper than a code is long. */
static void
walk (DeskSaidNumbers *said, const Part *parts, guint n_parts, DeskDigits so_far)
{
  static guint (*const readers[]) (const Part *, guint, DeskDigits *) = { read_plainly,
                                                                          read_as_cardinal };

  if (n_parts == 0 || said->numbers->len >= MAX_NUMBERS)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++) {
    DeskDigits digits = so_far;
    guint n = readers[i](parts, n_parts, &digits);

    if (n == 0 || digits == 0)
      continue;
    desk_said_numbers_add_digits (said, digits);
    walk (said, parts + n, n_parts - n, digits);
  }
}

static void
end_stretch (DeskSaidNumbers *said, GArray *parts)
{
  const Part *first = (const Part *) (gconstpointer) parts->data;

  for (guint i = 0; i < parts->len; i++)
    walk (said, first + i, parts->len - i, DESK_NO_DIGITS);
  g_array_set_size (parts, 0);
}

void
desk_said_numbers_add_text (DeskSaidNumbers *said, const DeskReading *reading)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint next_group = 0;

  for (guint i = 0; i < reading->words->n_words; i++) {
    guint roles = reading->senses[i].roles;

    if (reading->words->words[i].is_number) {
      for (; next_group < reading->n_groups && reading->groups[next_group].word == i;
           next_group++) {
        Part part = { .digits = reading->groups[next_group].digits, .value = -1 };

        g_array_append_val (parts, part);
      }
    } else if ((roles & (DESK_ROLE_NUMBER | DESK_ROLE_ORDINAL)) != 0) {
      append_words_of_number (parts, reading, i);
    } else if ((roles & DESK_ROLE_MULTIPLE) != 0) {
      Part part = { .value = -1, .multiple = reading->senses[i].value };

      g_array_append_val (parts, part);
    } else if ((roles & DESK_ROLE_MONTH) != 0) {
      append_month (parts, reading->senses[i].value);
    } else if ((roles & DESK_ROLE_GLUE) == 0) {
      end_stretch (said, parts);
    }
  }
  end_stretch (said, parts);
}

static gint
compare_digits (gconstpointer a, gconstpointer b)
{
  DeskDigits first = *(const DeskDigits *) a;
  DeskDigits second = *(const DeskDigits *) b;

  return (first > second) - (first < second);
}

void
desk_said_numbers_seal (DeskSaidNumbers *said)
{
  DeskDigits *numbers = (DeskDigits *) (gpointer) said->numbers->data;
  guint n = 0;

  g_array_sort (said->numbers, compare_digits);
  for (guint i = 0; i < said->numbers->len; i++) {
    if (n == 0 || numbers[i] != numbers[n - 1])
      numbers[n++] = numbers[i];
  }
  g_array_set_size (said->numbers, n);
}

gboolean
desk_said_numbers_contain (const DeskSaidNumbers *said, DeskDigits digits)
{
  return g_array_binary_search (said->numbers, &digits, compare_digits, NULL);
}

/* The least unsaid numbers among the first groups of a run. */
typedef struct {
  guint total;
  guint open; /* the same, where the last group belongs to an unsaid number that may go on */
} Unsaid;

/* Whether a number that nobody said may reach from the group before into this one. */
static gboolean
may_go_on (const DeskDigitGroup *group)
{
  return group->joined && group->clock < 0 && group[-1].clock < 0;
}

static gboolean
ends_number (const DeskReading *reading, guint i)
{
  const DeskDigitGroup *next = &reading->groups[i + 1];

  return i + 1 == reading->n_groups || !next->joined || next->clock >= 0 || next->is_nil;
}

static gboolean
begins_number (const DeskReading *reading, guint i)
{
  const DeskDigitGroup *group = &reading->groups[i];

  return !group->joined || group[-1].clock >= 0;
}

/* Whether the groups from `first` to `last` are a number that was said. A piece of a longer one
 * counts from three digits on: in pairs any wrong telephone number was said somewhere. */
static gboolean
is_said_together (const DeskSaidNumbers *said,
                  const DeskReading *reading,
                  guint first,
                  guint last,
                  DeskDigits digits)
{
  return (digits >= LEAST_PIECE ||
          (begins_number (reading, first) && ends_number (reading, last))) &&
         desk_said_numbers_contain (said, digits);
}

/* Fills `sums[i + 1]`, for the groups up to the one at `i`, from those before it. */
static void
add_group (const DeskSaidNumbers *said,
           const DeskReading *reading,
           guint i,
           gboolean is_said,
           Unsaid *sums)
{
  const DeskDigitGroup *groups = reading->groups;
  Unsaid *sum = &sums[i + 1];
  DeskDigits digits = DESK_NO_DIGITS;

  sum->open = sums[i].total + 1;
  if (may_go_on (&groups[i]))
    sum->open = MIN (sum->open, sums[i].open);
  sum->total = is_said ? sums[i].total : sum->open;
  for (guint first = i;; first--) {
    digits = desk_digits_join (groups[first].digits, digits);
    if (digits == 0)
      break;
    if (sums[first].total < sum->total && is_said_together (said, reading, first, i, digits))
      sum->total = sums[first].total;
    if (!groups[first].joined)
      break;
  }
}

guint
desk_said_numbers_count_unsaid (const DeskSaidNumbers *said,
                                const DeskReading *reading,
                                const gboolean *is_said)
{
  g_autofree Unsaid *sums = g_new0 (Unsaid, reading->n_groups + 1);

  for (guint i = 0; i < reading->n_groups; i++) {
    const DeskDigitGroup *group = &reading->groups[i];

    add_group (said, reading, i, group->is_nil || is_said[group->word], sums);
  }
  return sums[reading->n_groups].total;
}
