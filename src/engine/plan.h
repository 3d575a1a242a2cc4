/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* What a built-in trainee means to do with a call, step by step. */

G_BEGIN_DECLS

typedef enum {
  DESK_STEP_SAY,      /* phrase */
  DESK_STEP_DRAFT,    /* write the slip */
  DESK_STEP_TRANSFER, /* blind, to */
  DESK_STEP_CONSULT,  /* to */
  DESK_STEP_ANNOUNCE, /* once the colleague answers */
  DESK_STEP_COMPLETE,
  DESK_STEP_RELEASE,
  DESK_STEP_LOG, /* log the slip; no line is needed */
} DeskStepType;

typedef struct {
  DeskStepType type;
  const DeskPhrase *phrase;
  const DeskPerson *to;
} DeskStep;

/* How a trainee works: what they leave out and how long they take. */
typedef struct {
  gint64 reaction_ms; /* from the first ring to the answer */
  gint64 thought_ms;  /* before each step */
  gint64 typing_ms;   /* a letter of the slip */
  gboolean asks;      /* for name, number and matter, and permission to hold */
  gboolean reads_back;
  gboolean announces; /* and tells the caller of a transfer */
  gboolean slips;     /* swaps two digits and leaves words out */
} DeskManner;

typedef struct {
  const DeskCall *call;
  GArray *steps; /* of DeskStep, owned */
  guint next;
  guint taken;       /* `next` when the caller was last answered or resumed */
  gboolean may_hold; /* asked, and allowed */
  DeskSlip *slip;    /* owned: what will be written, or NULL */
} DeskPlan;

/* The steps with which a trainee of that `manner` would work the call from its answer on. `now_ms` decides
 * whether the person asked for is available. (transfer full) */
DeskPlan *desk_plan_new (const DeskScenario *scenario,
                         const DeskCall *call,
                         const DeskManner *manner,
                         gint64 now_ms);
void desk_plan_free (DeskPlan *self);

/* The person could not take the call: replaces the steps that are left with what the scenario then
 * expects. */
void desk_plan_fall_back (DeskPlan *self, const DeskScenario *scenario, const DeskManner *manner);

/* NULL once every step is done. */
const DeskStep *desk_plan_next (const DeskPlan *self);

/* How long the steps up to the release or transfer will take, in ms, if every reply is heard to its end. */
gint64 desk_plan_remaining_ms (const DeskPlan *self,
                               const DeskScenario *scenario,
                               const DeskClipLengths *lengths,
                               const DeskManner *manner);

G_END_DECLS
