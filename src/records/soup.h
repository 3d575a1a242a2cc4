/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <libsoup/soup.h>

/* The functions of libsoup that are used; it is loaded at the first use. None of its type macros may be
 * used: they would link it. */

G_BEGIN_DECLS

typedef struct {
  __typeof__ (soup_session_new_with_options) *session_new_with_options;
  __typeof__ (soup_session_remove_feature_by_type) *session_remove_feature_by_type;
  __typeof__ (soup_session_send_async) *session_send_async;
  __typeof__ (soup_session_send_finish) *session_send_finish;
  __typeof__ (soup_session_abort) *session_abort;
  __typeof__ (soup_message_new_from_uri) *message_new_from_uri;
  __typeof__ (soup_message_set_flags) *message_set_flags;
  __typeof__ (soup_message_set_request_body_from_bytes) *message_set_request_body_from_bytes;
  __typeof__ (soup_message_get_status) *message_get_status;
  __typeof__ (soup_message_get_request_headers) *message_get_request_headers;
  __typeof__ (soup_message_get_response_headers) *message_get_response_headers;
  __typeof__ (soup_message_headers_replace) *message_headers_replace;
  __typeof__ (soup_message_headers_get_one) *message_headers_get_one;
  __typeof__ (soup_date_time_new_from_http_string) *date_time_new_from_http_string;
  __typeof__ (soup_content_decoder_get_type) *content_decoder_get_type;
  __typeof__ (soup_auth_manager_get_type) *auth_manager_get_type;
} DeskSoup;

/* Sets a GIOError. */
gboolean desk_soup_find (DeskSoup *soup, GError **error);

G_END_DECLS
