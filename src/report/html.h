/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What the program's pages of HTML have in common. Everything that a trainee or an author wrote goes
 * through desk_html_text(): tamed, escaped, and isolated from the text around it by <bdi>. A page asks
 * for nothing from the network and a policy in its head forbids it, scripts included. It is
 * well-formed XML as well, so that a strict reader can check it. */

G_BEGIN_DECLS

/* Each appends to `html`; a NULL text is empty. */
void desk_html_escaped (GString *html, const char *text);
void desk_html_text (GString *html, const char *text);

/* `attributes` begin with a space, or are "". */
void desk_html_element (GString *html, const char *tag, const char *attributes, const char *text);

/* All up to the beginning of the page's text; `style`: sheets beside the house's own, or "". */
void desk_html_begin (GString *html, const char *title, const char *style);
void desk_html_end (GString *html);

G_END_DECLS
