/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/key-table.h"

#include <glib/gi18n-lib.h>

#include "matching/slip.h"
#include "scenario/phrase.h"

/* How the keys were chosen, so that hands learn them by rows and not one by one:
 *
 *  - The F keys are the lines, as on the side panel of a console: F1 to F12, with Shift the next twelve.
 *  - Ctrl and a letter of the left or right hand works the call, by the first letter of its English
 *    name where that is free: Hold, Transfer, Release, Next. These do not move when the language does.
 *  - Alt and the two upper rows, from left to right, are the sixteen built-in phrases.
 *  - Alt and the home row, from its left end, are the six ticks of the message slip.
 *  - Ctrl and the digits are the organisation's own phrases, ten at a time: Ctrl, then with Shift, then
 *    Alt and Shift on the digits and on the row below.
 *
 * None is what an entry or a text view needs for writing (DeskKeyStroke knows those), none needs AltGr,
 * and none differs between the Swedish and the British keyboard. Where a hand that lets go of Shift too
 * early would do harm, Shift is not used: Ctrl+R ends a call, so nothing is called Ctrl+Shift+R. */

typedef struct {
  const char *id;
  DeskKeyGroup group;
  const char *label;
  const char *action;
  const char *keys[DESK_MAX_KEYS + 1];
} Row;

/* clang-format off */
static const Row rows[] = {
  { "next-call", DESK_KEY_GROUP_CALL, N_ ("Answer the next call"), "desk.next-call", { "<Control>n" } },
  { "longest-held", DESK_KEY_GROUP_CALL, N_ ("Resume the call held longest"), "desk.longest-held", { "<Control>l" } },
  { "hold", DESK_KEY_GROUP_CALL, N_ ("Hold or resume"), "desk.hold", { "<Control>h" } },
  { "transfer", DESK_KEY_GROUP_CALL, N_ ("Transfer"), "desk.transfer", { "<Control>t" } },
  { "consult", DESK_KEY_GROUP_CALL, N_ ("Consult a colleague"), "desk.consult", { "<Control>k" } },
  { "complete", DESK_KEY_GROUP_CALL, N_ ("Complete the transfer"), "desk.complete", { "<Control>Return", "<Control>KP_Enter" } },
  { "take-back", DESK_KEY_GROUP_CALL, N_ ("Take the call back"), "desk.take-back", { "<Control>b" } },
  { "release", DESK_KEY_GROUP_CALL, N_ ("Release (hang up)"), "desk.release", { "<Control>r" } },
  { "directory", DESK_KEY_GROUP_MESSAGE, N_ ("Search the directory"), "desk.directory", { "<Control>d" } },
  { "message", DESK_KEY_GROUP_MESSAGE, N_ ("Write the message"), "desk.message", { "<Control>m" } },
  { "take-number", DESK_KEY_GROUP_MESSAGE, N_ ("Fill in the number shown"), "desk.take-number", { "<Control>g" } },
  { "log", DESK_KEY_GROUP_MESSAGE, N_ ("Log the message"), "desk.log", { "<Control>s" } },
  { "alphabet", DESK_KEY_GROUP_MESSAGE, N_ ("Spelling alphabet"), "desk.alphabet", { "<Control>e" } },
  { "pause", DESK_KEY_GROUP_SHIFT, N_ ("Pause or continue"), "desk.pause", { "<Control>p" } },
  { "repeat-missed", DESK_KEY_GROUP_SHIFT, N_ ("Repeat the call just missed"), "desk.repeat-missed", { "<Control><Shift>m" } },
  { "restart", DESK_KEY_GROUP_SHIFT, N_ ("Start the shift again"), "desk.restart", { "<Control><Shift>p" } },
  { "coach-got-it", DESK_KEY_GROUP_SHIFT, N_ ("Coach: got it"), "desk.coach-got-it", { "<Control>j" } },
  { "coach-show-me", DESK_KEY_GROUP_SHIFT, N_ ("Coach: show me"), "desk.coach-show-me", { "<Control><Shift>j" } },
  { "coach-why", DESK_KEY_GROUP_SHIFT, N_ ("Coach: why?"), "desk.coach-why", { "<Control>o" } },
  { "coach-quiet", DESK_KEY_GROUP_SHIFT, N_ ("Coach: quiet for this shift"), "desk.coach-quiet", { "<Control><Shift>o" } },
  { "briefing", DESK_KEY_GROUP_SHIFT, N_ ("Briefing"), "desk.briefing", { "<Control>i" } },
  { "finish", DESK_KEY_GROUP_SHIFT, N_ ("Finish the shift"), "desk.finish", { "<Control>f" } },
  { "preferences", DESK_KEY_GROUP_SHIFT, N_ ("Preferences"), "win.preferences('')", { "<Control>comma" } },
  { "quit", DESK_KEY_GROUP_SHIFT, N_ ("Quit"), "app.quit", { "<Control>q" } },
  { "key-sheet", DESK_KEY_GROUP_SHIFT, N_ ("Sheet of all keys"), "win.key-sheet", { "<Control>question" } },
};
/* clang-format on */

static const char digits[] = "1234567890";
static const char upper_row[] = "qwertyuiop"; /* where every Latin keyboard but the French has it */

static const char home_row[] = "asdfgh";

#define ROW_LENGTH (sizeof digits - 1)

/* Takes over `text`, for the rest of the program: there are few, and the same each time. */
static const char *
keep (char *text)
{
  g_autofree char *owned = text;

  return g_intern_string (owned);
}

static void
add_lines (GPtrArray *table)
{
  for (guint line = 1; line <= DESK_N_LINE_KEYS; line++) {
    DeskKeyAction *action = g_new0 (DeskKeyAction, 1);

    action->id = keep (g_strdup_printf ("line-%u", line));
    action->group = DESK_KEY_GROUP_LINES;
    action->label = N_ ("Line %u");
    action->number = line;
    action->action = keep (g_strdup_printf ("desk.line(uint32 %u)", line));
    action->keys[0] =
        keep (g_strdup_printf ("%sF%u", line > 12 ? "<Shift>" : "", (line - 1) % 12 + 1));
    g_ptr_array_add (table, action);
  }
}

static DeskKeyAction *
add_phrase (GPtrArray *table, DeskKeyGroup group, guint index)
{
  DeskKeyAction *action = g_new0 (DeskKeyAction, 1);

  action->group = group;
  action->action = keep (g_strdup_printf ("desk.phrase(uint32 %u)", index));
  g_ptr_array_add (table, action);
  return action;
}

static void
add_builtin_phrases (GPtrArray *table)
{
  const DeskPhrase *phrases = desk_builtin_phrases ("en");

  for (guint i = 0; i < DESK_N_BUILTIN_PHRASES; i++) {
    DeskKeyAction *action = add_phrase (table, DESK_KEY_GROUP_PHRASES, i);
    const char *row = i < ROW_LENGTH ? digits : upper_row;

    action->id = phrases[i].id;
    action->label = phrases[i].label;
    action->keys[0] = keep (g_strdup_printf ("<Alt>%c", row[i % ROW_LENGTH]));
  }
}

static void
add_own_phrases (GPtrArray *table)
{
  static const struct {
    const char *modifiers;
    const char *row;
  } ways[DESK_N_OWN_PHRASE_KEYS / ROW_LENGTH] = {
    { "<Control>", digits },
    { "<Control><Shift>", digits },
    { "<Alt><Shift>", digits },
    { "<Alt><Shift>", upper_row },
  };

  for (guint i = 0; i < DESK_N_OWN_PHRASE_KEYS; i++) {
    DeskKeyAction *action =
        add_phrase (table, DESK_KEY_GROUP_OWN_PHRASES, DESK_N_BUILTIN_PHRASES + i);

    action->id = keep (g_strdup_printf ("own-%u", i + 1));
    action->label = N_ ("Own phrase %u");
    action->number = i + 1;
    action->keys[0] = keep (g_strdup_printf ("%s%c", ways[i / ROW_LENGTH].modifiers,
                                             ways[i / ROW_LENGTH].row[i % ROW_LENGTH]));
  }
}

static void
add_ticks (GPtrArray *table)
{
  for (guint i = 0; i < DESK_N_TICKS; i++) {
    DeskKeyAction *action = g_new0 (DeskKeyAction, 1);

    action->id = keep (g_strdup_printf ("tick-%s", desk_tick_name (i)));
    action->group = DESK_KEY_GROUP_MESSAGE;
    action->label = desk_tick_label (i);
    action->action = keep (g_strdup_printf ("desk.tick(uint32 %u)", i));
    action->keys[0] = keep (g_strdup_printf ("<Alt>%c", home_row[i]));
    g_ptr_array_add (table, action);
  }
}

static void
add_rows (GPtrArray *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    DeskKeyAction *action = g_new0 (DeskKeyAction, 1);

    action->id = rows[i].id;
    action->group = rows[i].group;
    action->label = rows[i].label;
    action->action = rows[i].action;
    memcpy (action->keys, rows[i].keys, sizeof action->keys);
    g_ptr_array_add (table, action);
  }
}

GPtrArray *
desk_key_table_new (void)
{
  GPtrArray *table = g_ptr_array_new_with_free_func (g_free);

  add_rows (table);
  add_ticks (table);
  add_builtin_phrases (table);
  add_own_phrases (table);
  add_lines (table);
  return table;
}

char *
desk_key_action_label (const DeskKeyAction *action)
{
  if (action->number == 0)
    return g_strdup (_ (action->label));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (action->label), action->number);
#pragma GCC diagnostic pop
}

const char *
desk_key_group_label (DeskKeyGroup group)
{
  switch (group) {
  case DESK_KEY_GROUP_LINES: return _ ("Lines");
  case DESK_KEY_GROUP_CALL: return _ ("The call");
  case DESK_KEY_GROUP_MESSAGE: return _ ("Directory and message");
  case DESK_KEY_GROUP_SHIFT: return _ ("The shift");
  case DESK_KEY_GROUP_PHRASES: return _ ("Phrases");
  case DESK_KEY_GROUP_OWN_PHRASES: return _ ("The organisation’s own phrases");
  }
  g_return_val_if_reached ("");
}
