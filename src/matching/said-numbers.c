/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A text is first cut into runs of adjacent parts: digit groups, number words and their pieces
 * ("fyrtiofyra" is 40 and 4). From each part on, every way of reading what follows is tried, digit by digit
 * and as a cardinal, up to 18 digits. Every prefix is a number that the speaker may have meant. The result
 * is a sorted array of DeskDigits. */

#include "matching/said-numbers.h"

#include <string.h>

/* No telephone call has more; the rest counts as not said. */
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

/* "The fifth of May" is written 5/5 or 5.5. */
static void
append_month (GArray *parts, gint month)
{
  Part part = { .digits = desk_digits_from_value (month), .value = -1 };

  g_array_append_val (parts, part);
}

/* Reads the first of `parts` literally; returns how many parts it takes. */
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

/* Reads a number of several words, "four hundred seventeen"; returns how many parts it takes, or 0. */
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

/* Each step adds at least one digit, so the recursion is at most 18 deep. */
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

/* The smallest count of unsaid numbers for the first groups of a run, and how it is reached: the last group
 * ends a number that was said and began at group `first`, or, if `first` is `NOT_SAID`, an unsaid one. */
typedef struct {
  guint total;
  guint first;
  guint open;         /* `total` if the last group belongs to an unsaid number */
  gboolean continues; /* that number began before the last group */
} Unsaid;

#define NOT_SAID G_MAXUINT
#define MAX_LISTED 5
#define MAX_GROUPS 6

/* Whether an unsaid number may continue from the previous group into this one. */
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

/* Whether the groups from `first` to `last` together are a number that was said. A fragment of a longer
 * number counts only from three digits: almost every pair of digits was said somewhere. */
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

/* Computes `sums[i + 1]`, for the groups up to and including `i`, from the sums before it. */
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
  sum->continues = may_go_on (&groups[i]) && sums[i].open < sum->open;
  if (sum->continues)
    sum->open = sums[i].open;
  sum->total = is_said ? sums[i].total : sum->open;
  sum->first = is_said ? i : NOT_SAID;
  for (guint first = i;; first--) {
    digits = desk_digits_join (groups[first].digits, digits);
    if (digits == 0)
      break;
    if (sums[first].total < sum->total && is_said_together (said, reading, first, i, digits)) {
      sum->total = sums[first].total;
      sum->first = first;
    }
    if (!groups[first].joined)
      break;
  }
}

/* One more entry than there are groups. (transfer full) */
static Unsaid *
sum_up (const DeskSaidNumbers *said, const DeskReading *reading, const gboolean *is_said)
{
  Unsaid *sums = g_new0 (Unsaid, reading->n_groups + 1);

  for (guint i = 0; i < reading->n_groups; i++) {
    const DeskDigitGroup *group = &reading->groups[i];

    add_group (said, reading, i, group->is_nil || is_said[group->word], sums);
  }
  return sums;
}

guint
desk_said_numbers_count_unsaid (const DeskSaidNumbers *said,
                                const DeskReading *reading,
                                const gboolean *is_said)
{
  g_autofree Unsaid *sums = sum_up (said, reading, is_said);

  return sums[reading->n_groups].total;
}

/* The first few groups from `first` to `end` - 1 as they are written. (transfer full) */
static char *
number_text (const DeskReading *reading, guint first, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end && i < first + MAX_GROUPS; i++) {
    g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, reading->groups[i].digits);

    if (i > first)
      g_string_append_c (text, ' ');
    /* Skips the leading 1. A number that is too long has no digits to show. */
    g_string_append (text, reading->groups[i].digits > DESK_NO_DIGITS ? digits + 1 : "…");
  }
  if (end - first > MAX_GROUPS)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static void
prepend_number (GString *list, const DeskReading *reading, guint first, guint end)
{
  g_autofree char *text = number_text (reading, first, end);

  if (list->len > 0)
    g_string_prepend (list, ", ");
  g_string_prepend (list, text);
}

char *
desk_said_numbers_list_unsaid (const DeskSaidNumbers *said,
                               const DeskReading *reading,
                               const gboolean *is_said)
{
  g_autofree Unsaid *sums = sum_up (said, reading, is_said);
  GString *list = g_string_new (NULL);
  guint left = sums[reading->n_groups].total;
  guint end = reading->n_groups;

  while (end > 0) {
    guint first = sums[end].first;

    if (first == NOT_SAID) {
      for (first = end - 1; sums[first + 1].continues; first--)
        ;
      if (left-- <= MAX_LISTED)
        prepend_number (list, reading, first, end);
    }
    end = first;
  }
  if (sums[reading->n_groups].total > MAX_LISTED)
    g_string_append (list, ", …");
  return g_string_free (list, FALSE);
}
