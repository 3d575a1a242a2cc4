/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/deadline-queue.h"
#include "engine/event.h"
#include "scenario/clip-lengths.h"

/* Where a session stands: plain state that only desk_evolve() changes. Readers (the window, the
 * sound player, the built-in trainees) look at it through const pointers. */

G_BEGIN_DECLS

typedef enum {
  DESK_MODE_PRACTICE,
  DESK_MODE_GUIDED,
  DESK_MODE_EXAM,
  DESK_MODE_SIMULATED,
} DeskMode;

/* "practice", ... as in journals. */
const char *desk_mode_name (DeskMode mode);
gboolean desk_mode_from_name (const char *name, DeskMode *mode);

/* How a session is to be run. */
typedef struct {
  DeskMode mode;
  gint64 seed;
  gboolean jittered;
  double patience_factor; /* 1 unless an accommodation gives more time */
  gboolean untimed;       /* callers never lose patience */
  gboolean may_pause;     /* in an exam, by accommodation; otherwise a pause is always allowed */
} DeskRules;

typedef enum {
  DESK_LINE_IDLE,
  DESK_LINE_RINGING,
  DESK_LINE_CONNECTED,
  DESK_LINE_HELD,
  DESK_LINE_CONSULTING,
  DESK_LINE_TRANSFERRING,
  DESK_LINE_RECALL,
} DeskLineState;

#define DESK_N_LINE_STATES ((guint) DESK_LINE_RECALL + 1)

/* "idle", "ringing", ... */
const char *desk_line_state_name (DeskLineState state);

/* Whether the line asks to be answered: ringing or recall. */
gboolean desk_line_state_rings (DeskLineState state);

/* What pressing the line's key means: answer or resume. FALSE, with `command` left alone: nothing. */
gboolean desk_line_state_press (DeskLineState state, DeskCommandType *command);

typedef enum {
  DESK_COLLEAGUE_NONE,
  DESK_COLLEAGUE_RINGING,
  DESK_COLLEAGUE_TALKING,
  DESK_COLLEAGUE_ACCEPTED,
  DESK_COLLEAGUE_REFUSED,
} DeskColleague;

typedef enum {
  DESK_CALL_PENDING, /* not due yet */
  DESK_CALL_LIVE,    /* on a line */
  DESK_CALL_GAVE_UP, /* will ring once more */
  DESK_CALL_ENDED,
} DeskCallPhase;

/* A call as it stands. A time that does not apply is -1. */
typedef struct {
  DeskCallPhase phase;
  DeskLineState line_state; /* idle unless live */
  guint line;               /* 0 unless live */
  gboolean answered;        /* ever */
  gboolean called_back;
  gboolean opened;           /* the caller has said why they ring */
  gboolean logged;           /* a message was logged */
  gboolean asked_to_hold;    /* the trainee asked the caller to hold, and has not come back yet */
  gint64 message_offered_ms; /* when a message was first offered, unless put through since */
  gint64 due_ms;             /* first arrival, with jitter */
  gint64 missed_ms; /* when the caller hung up or found every line taken; -1 again once it rings */
  gint64 since_ms;  /* when line_state was entered */
  gint64
      alone_since_ms; /* when the caller was last left waiting: held, consulting, transferring, recall */
  gint64
      silent_since_ms; /* when the present silence began; in the future while the caller speaks */
  const DeskReply *speaking; /* what the caller is saying, or NULL */
  const DeskReply *last_reply;
  const DeskPerson *colleague; /* consulting, transferring, recall: who was rung */
  DeskColleague colleague_state;
  gint64 colleague_answers_ms; /* when the colleague picks up, or -1: never */
  DeskSlip *slip;        /* shared: the latest draft or message; NULL while nothing was written */
  DeskSlip *logged_slip; /* shared: the one last logged; NULL: never */
} DeskCallState;

/* Whether something is written that was never logged. Most calls need no message. */
gboolean desk_call_state_has_open_slip (const DeskCallState *call);

typedef struct {
  DeskScenario *scenario;   /* owned */
  DeskClipLengths *lengths; /* owned */
  DeskMode mode;
  double patience_factor; /* multiplies every limit; 1 without accommodations */
  gboolean untimed;
  gboolean may_pause; /* by its mode, or granted */
  gboolean may_repeat;
  gint64 now_ms;
  gboolean started;
  gboolean paused;
  gboolean finished;
  guint n_left;                 /* calls not ended */
  DeskCallState *calls;         /* owned, n_calls, by DeskCall.index */
  int *lines;                   /* owned, n_lines + 1, by line number: index of the call, or -1 */
  DeskDeadlineQueue *deadlines; /* owned */
} DeskState;

/* The call on `line` (1 to n_lines), as it stands and as the scenario has it; NULL while the line is idle. */
const DeskCallState *desk_state_on_line (const DeskState *state, guint line);
const DeskCall *desk_state_call_on_line (const DeskState *state, guint line);
DeskLineState desk_state_line (const DeskState *state, guint line);

/* The line the handset is on (connected or consulting), or 0. */
guint desk_state_handset (const DeskState *state);

/* The call that was missed last and has not rung again since; NULL: none. */
const DeskCall *desk_state_last_missed (const DeskState *state);

/* How many callers wait for the trainee (ringing, recall and held), and for how long the one who
 * has waited longest; 0: none. */
guint desk_state_n_waiting (const DeskState *state);
gint64 desk_state_longest_wait_ms (const DeskState *state);

/* That caller's line; 0: nobody waits. */
guint desk_state_longest_waiting (const DeskState *state);

/* The line whose caller has been on hold longest; 0: none. */
guint desk_state_longest_held (const DeskState *state);

/* The line that rings (recall included) the longest, urgent ones first; 0: none. */
guint desk_state_next_ringing (const DeskState *state);

G_END_DECLS
