/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/soup.h"

#include "records/borrowed-library.h"

#define BORROW(name)                                                                               \
  {                                                                                                \
    "soup_" #name, (gpointer *) &soup->name                                                        \
  }

gboolean
desk_soup_find (DeskSoup *soup, GError **error)
{
  const DeskBorrowed functions[] = {
    BORROW (session_new_with_options),
    BORROW (session_remove_feature_by_type),
    BORROW (session_send_async),
    BORROW (session_send_finish),
    BORROW (session_abort),
    BORROW (message_new_from_uri),
    BORROW (message_set_flags),
    BORROW (message_set_request_body_from_bytes),
    BORROW (message_get_status),
    BORROW (message_get_request_headers),
    BORROW (message_get_response_headers),
    BORROW (message_headers_replace),
    BORROW (message_headers_get_one),
    BORROW (date_time_new_from_http_string),
    BORROW (content_decoder_get_type),
    BORROW (auth_manager_get_type),
  };

  return desk_borrow_library ("libsoup-3.0.so.0", functions, G_N_ELEMENTS (functions), error);
}
