/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/phrase.h"

#include <glib/gi18n-lib.h>

/* The spoken texts in this file are never translated by gettext: they are in the language of the callers,
 * not of the screen. Only the labels of the buttons are msgids. */

/* clang-format off */
static const struct {
  const char *id;
  const char *label;
  const char *reply; /* NULL: the engine chooses */
  const char *english;
  const char *swedish;
} builtin[DESK_N_BUILTIN_PHRASES] = {
  [DESK_PHRASE_GREET] = { "greet", N_ ("Greet"), "opening",
    "Hello, how can I help you?",
    "Hej, vad kan jag hjälpa dig med?" },
  [DESK_PHRASE_ASK_NAME] = { "ask_name", N_ ("Ask for the name"), "name",
    "May I have your name, please?",
    "Får jag fråga vad du heter?" },
  [DESK_PHRASE_ASK_SPELLING] = { "ask_spelling", N_ ("Ask for the spelling"), "spelling",
    "Could you spell that for me, please?",
    "Kan du bokstavera det för mig?" },
  [DESK_PHRASE_ASK_ORGANISATION] = { "ask_organisation", N_ ("Ask for the organisation"), "organisation",
    "Which company are you calling from?",
    "Vilket företag ringer du från?" },
  [DESK_PHRASE_ASK_NUMBER] = { "ask_number", N_ ("Ask for the number"), "number",
    "What number can we reach you on?",
    "Vilket nummer kan vi nå dig på?" },
  [DESK_PHRASE_ASK_MATTER] = { "ask_matter", N_ ("Ask what it is about"), "matter",
    "May I ask what it is about?",
    "Får jag fråga vad det gäller?" },
  [DESK_PHRASE_ASK_RECIPIENT] = { "ask_recipient", N_ ("Ask who it is for"), "recipient",
    "Who would you like to speak to?",
    "Vem söker du?" },
  [DESK_PHRASE_ASK_HOLD] = { "ask_hold", N_ ("Ask to hold"), NULL,
    "May I put you on hold for a moment?",
    "Går det bra att vänta ett ögonblick?" },
  [DESK_PHRASE_THANK_HOLDING] = { "thank_holding", N_ ("Thank for holding"), "thanks",
    "Thank you for holding.",
    "Tack för att du väntade." },
  [DESK_PHRASE_OFFER_MESSAGE] = { "offer_message", N_ ("Offer to take a message"), "message_yes",
    "Would you like to leave a message?",
    "Vill du lämna ett meddelande?" },
  [DESK_PHRASE_READ_BACK] = { "read_back", N_ ("Read the message back"), NULL,
    "Let me read that back to you.",
    "Då läser jag upp vad jag har skrivit." },
  [DESK_PHRASE_TELL_TRANSFER] = { "tell_transfer", N_ ("Say you will put them through"), "transfer_ok",
    "I'll put you through now.",
    "Då kopplar jag dig vidare." },
  [DESK_PHRASE_ANNOUNCE] = { "announce", N_ ("Announce the caller"), NULL,
    "I have a caller for you. Can you take the call?",
    "Jag har ett samtal till dig. Kan du ta det?" },
  [DESK_PHRASE_APOLOGISE] = { "apologise", N_ ("Apologise"), "apology",
    "I do apologise.",
    "Jag ber så mycket om ursäkt." },
  [DESK_PHRASE_ASK_REPEAT] = { "ask_repeat", N_ ("Ask to repeat"), NULL,
    "I'm sorry, could you say that again?",
    "Förlåt, kan du säga det en gång till?" },
  [DESK_PHRASE_GOODBYE] = { "goodbye", N_ ("Say goodbye"), "goodbye",
    "Thank you for calling. Goodbye.",
    "Tack för att du ringde. Hej då." },
};

static const struct {
  const char *id;
  const char *english;
  const char *swedish;
} neutral_replies[] = {
  { "opening", "Hello, I hope you can help me.", "Hej, jag skulle behöva lite hjälp." },
  { "name", "I'd rather not say, if you don't mind.", "Det vill jag helst inte säga." },
  { "spelling", "It's spelt just the way it sounds.", "Det stavas precis som det låter." },
  { "organisation", "I'd rather not go into that.", "Det vill jag helst inte gå in på." },
  { "number", "I'm afraid I can't give you a number.", "Jag har tyvärr inget nummer att lämna." },
  { "matter", "I'd rather explain that myself.", "Det förklarar jag helst själv." },
  { "recipient", "I'm not quite sure who I need.", "Jag vet inte riktigt vem jag ska prata med." },
  { "hold_yes", "Yes, that's fine.", "Ja, det går bra." },
  { "hold_no", "No, I'm sorry, I can't wait.", "Nej, tyvärr, jag hinner inte vänta." },
  { "thanks", "That's all right.", "Ingen fara." },
  { "message_yes", "Yes, please.", "Ja, gärna." },
  { "read_back_right", "Yes, that's right.", "Ja, det stämmer." },
  { "read_back_wrong", "No, that isn't quite right.", "Nej, det stämmer inte riktigt." },
  { "transfer_ok", "Thank you.", "Tack, det blir bra." },
  { "apology", "That's quite all right.", "Det är ingen fara." },
  { "goodbye", "Thank you, goodbye.", "Tack, hej då." },
  { "still_there", "Hello? Are you still there?", "Hallå? Är du kvar?" },
  { "leaving", "I can't wait any longer. Goodbye.", "Nu kan jag inte vänta längre. Hej då." },
  { "otherwise", "I'm afraid I couldn't say.", "Det kan jag tyvärr inte svara på." },
};
/* clang-format on */

static gboolean
is_swedish (const char *language)
{
  return g_ascii_strncasecmp (language, "sv", 2) == 0 && !g_ascii_isalnum (language[2]);
}

static void
fill_in (DeskPhrase *phrases, gboolean swedish)
{
  for (guint i = 0; i < DESK_N_BUILTIN_PHRASES; i++)
    phrases[i] = (DeskPhrase){
      .index = i,
      .which = (DeskPhraseId) i,
      .id = builtin[i].id,
      .label = builtin[i].label,
      .spoken = swedish ? builtin[i].swedish : builtin[i].english,
      .reply = builtin[i].reply,
    };
}

const DeskPhrase *
desk_builtin_phrases (const char *language)
{
  static DeskPhrase english[DESK_N_BUILTIN_PHRASES], swedish[DESK_N_BUILTIN_PHRASES];
  static gsize filled = 0;

  if (g_once_init_enter (&filled)) {
    fill_in (english, FALSE);
    fill_in (swedish, TRUE);
    g_once_init_leave (&filled, 1);
  }
  return is_swedish (language) ? swedish : english;
}

const char *
desk_neutral_reply (const char *language, const char *id)
{
  gsize n = 0;

  while (n < G_N_ELEMENTS (neutral_replies) - 1 && !g_str_equal (neutral_replies[n].id, id))
    n++;
  return is_swedish (language) ? neutral_replies[n].swedish : neutral_replies[n].english;
}

const char *const *
desk_builtin_reply_ids (void)
{
  static const char *ids[G_N_ELEMENTS (neutral_replies) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled)) {
    for (gsize i = 0; i < G_N_ELEMENTS (neutral_replies); i++)
      ids[i] = neutral_replies[i].id;
    g_once_init_leave (&filled, 1);
  }
  return ids;
}
