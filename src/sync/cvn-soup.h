/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

/* The functions of libsoup that an exchange uses; see cvn_soup_get(). */
#define CVN_SOUP_FUNCTIONS(F)                  \
  F (soup_auth_manager_get_type)               \
  F (soup_message_add_flags)                   \
  F (soup_message_get_request_headers)         \
  F (soup_message_get_response_headers)        \
  F (soup_message_get_status)                  \
  F (soup_message_headers_get_one)             \
  F (soup_message_headers_replace)             \
  F (soup_message_new)                         \
  F (soup_message_set_request_body_from_bytes) \
  F (soup_session_abort)                       \
  F (soup_session_new)                         \
  F (soup_session_new_with_options)            \
  F (soup_session_remove_feature_by_type)      \
  F (soup_session_send_async)                  \
  F (soup_session_send_finish)                 \
  F (soup_session_set_proxy_resolver)          \
  F (soup_session_set_timeout)

#define CVN_SOUP_MEMBER(name) __typeof__ (name) *name;

typedef struct
{
  CVN_SOUP_FUNCTIONS (CVN_SOUP_MEMBER)
} CvnSoup;

#undef CVN_SOUP_MEMBER

const CvnSoup *cvn_soup_get (GError **error);
