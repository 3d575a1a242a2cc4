/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-notes.h"

/* The one step that a good receptionist would take next, and why. */

G_BEGIN_DECLS

typedef enum {
  DESK_ADVICE_NONE,     /* nothing to do but listen, or wait */
  DESK_ADVICE_ANSWER,   /* line: it rings, or came back */
  DESK_ADVICE_RESUME,   /* line: its caller is on hold */
  DESK_ADVICE_SAY,      /* phrase */
  DESK_ADVICE_LOOK_UP,  /* person, or NULL: find out who can help */
  DESK_ADVICE_CONSULT,  /* person, or NULL: whom the trainee has found */
  DESK_ADVICE_TRANSFER, /* likewise, without consulting */
  DESK_ADVICE_COMPLETE, /* person */
  DESK_ADVICE_CANCEL,   /* person: take the caller back */
  DESK_ADVICE_WRITE,    /* field: empty, or something heard is missing in it */
  DESK_ADVICE_CHECK,    /* field: what stands there cannot be right */
  DESK_ADVICE_LOG,
  DESK_ADVICE_RELEASE,
  DESK_ADVICE_FINISH,
} DeskAdviceKind;

#define DESK_N_ADVICE_KINDS ((guint) DESK_ADVICE_FINISH + 1)

typedef enum {
  DESK_WHY_PLAIN,          /* as the kind, the phrase or the field has it */
  DESK_WHY_LONGEST,        /* answer: others wait too, but not as long */
  DESK_WHY_URGENT,         /* answer: marked so */
  DESK_WHY_CAME_BACK,      /* answer: from a transfer */
  DESK_WHY_LEAVES,         /* answer, resume, ask_hold: somebody is about to give up */
  DESK_WHY_AGREED,         /* answer, resume: the caller at hand will hold */
  DESK_WHY_OTHERS_WAIT,    /* ask_hold: longer than the talk can last */
  DESK_WHY_AWAY,           /* cancel, offer_message: presence says so */
  DESK_WHY_ENGAGED,        /* offer_message: busy, or not to be disturbed */
  DESK_WHY_COULD_NOT,      /* cancel, offer_message: was tried */
  DESK_WHY_WRONG_PERSON,   /* cancel; check recipient */
  DESK_WHY_DISPLAYED,      /* write phone: the telephone shows it */
  DESK_WHY_MISSING_NUMBER, /* write facts: a number that was heard */
  DESK_WHY_MISSING_TIME,   /* a time that was heard */
  DESK_WHY_MISSING_MATTER, /* something else that was heard */
  DESK_WHY_UNREADABLE,     /* check phone: cannot be dialled */
  DESK_WHY_NOT_ONE,        /* check recipient: not one person of the directory */
  DESK_WHY_UNSAID,         /* check facts: a number that nobody said */
  DESK_WHY_OTHERWISE_SAID, /* check facts: the caller said it otherwise */
  DESK_WHY_READ_BACK,      /* check: the caller said so at the read-back */
  DESK_WHY_MENDED,         /* read_back: once more, after mending */
  DESK_WHY_CHANGED,        /* log: once more, the slip was changed */
} DeskAdviceWhy;

/* A plain value; pointers are borrowed from the scenario. Fields that the kind does not use are zero. It
 * never holds anything that the trainee cannot know yet. */
typedef struct {
  DeskAdviceKind kind;
  DeskAdviceWhy why;
  gboolean urgent; /* a caller is about to hang up, or already agreed to hold: it cannot wait */
  guint line;      /* answer, resume; else the line at hand; 0: none */
  const DeskCall *call;     /* what it is about */
  const DeskPhrase *phrase; /* say */
  const DeskPerson *person; /* whom the caller has named, or the colleague rung */
  DeskField field;          /* write, check */
} DeskAdvice;

/* What to do now. `chosen` is the person the trainee has chosen in the directory, or NULL. */
DeskAdvice
desk_coach_advise (const DeskState *state, const DeskCoachNotes *notes, const DeskPerson *chosen);

/* The control that carries out the advice. */
typedef enum {
  DESK_TARGET_NONE,
  DESK_TARGET_LINE_KEY, /* of `line` */
  DESK_TARGET_PHRASE,   /* `phrase` */
  DESK_TARGET_DIRECTORY,
  DESK_TARGET_CONSULT,
  DESK_TARGET_TRANSFER,
  DESK_TARGET_COMPLETE,
  DESK_TARGET_TAKE_BACK,
  DESK_TARGET_RELEASE,
  DESK_TARGET_SLIP, /* `field` */
  DESK_TARGET_LOG,
  DESK_TARGET_FINISH,
} DeskAdviceTarget;

DeskAdviceTarget desk_advice_target (const DeskAdvice *self);

/* Whether both advise the same step of the same call. */
gboolean desk_advice_equal (const DeskAdvice *a, const DeskAdvice *b);

/* The kind of step, regardless of the call: what a trainee learns. Less than DESK_N_SKILLS. */
guint desk_advice_skill (const DeskAdvice *self);

#define DESK_N_SKILLS (DESK_N_ADVICE_KINDS * (DESK_N_BUILTIN_PHRASES + 1))

/* Whether `event` carries out the advice. Writing causes no event. */
gboolean desk_advice_is_done_by (const DeskAdvice *self, const DeskEvent *event);

/* The trainee has read the advice and decided otherwise: if the call can go on without the step, it is not
 * advised again. */
void desk_advice_waive (const DeskAdvice *self, DeskCoachNotes *notes);

G_END_DECLS
