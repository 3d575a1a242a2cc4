/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/name-match.h"
#include "matching/slip.h"

/* The evidence and the advice for the fields of a slip, once their values are known. */

G_BEGIN_DECLS

void desk_explain_recipient (DeskFieldScore *field, const char *written);

/* `has_both`: both given name and surname are expected. */
void desk_explain_name (DeskFieldScore *field,
                        const char *written,
                        const DeskNameValue *value,
                        gboolean has_both);

void desk_explain_organisation (DeskFieldScore *field, const char *written);

/* `is_a_number`: what is written can be dialled. */
void desk_explain_phone (DeskFieldScore *field, const char *written, gboolean is_a_number);

/* `missing` and `extra` are sets of DeskTicks. */
void desk_explain_ticks (DeskFieldScore *field, guint missing, guint extra);

/* The note, after its facts were judged: `n_words` long where `allowance` is enough. `unsaid` (nullable)
 * are the numbers that nobody said. */
void desk_explain_facts (
    DeskSlipScore *score, const char *written, const char *unsaid, guint n_words, guint allowance);

/* Gives every field and fact the same reason: no slip was logged. */
void desk_explain_no_slip (DeskSlipScore *score);

G_END_DECLS
