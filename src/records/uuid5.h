/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* UUIDs made from names (RFC 4122, version 5): the same name always gives the same one. */

G_BEGIN_DECLS

/* The name space of all UUIDs that this program makes: itself the version 5 UUID of DESK_STATEMENT_IRI
 * (statement-iri.h) in RFC 4122's name space of URLs. */
#define DESK_UUID5_SPACE "6143ae3a-a8c8-5881-b52b-3e6708c79767"

/* The UUID of `name` in the name space `space`, itself a UUID as text, in small letters; NULL where
 * that is none. (transfer full) */
char *desk_uuid5 (const char *space, const char *name);

G_END_DECLS
