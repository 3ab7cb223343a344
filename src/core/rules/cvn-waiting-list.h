/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  CVN_SIGNUP_SIGNED_UP,
  CVN_SIGNUP_WAITING,
  CVN_SIGNUP_OFFERED,
  CVN_SIGNUP_LAPSED,
  CVN_SIGNUP_CANCELLED,
} CvnSignupStatus;

/* A party as the waiting list sees it, in the order in which parties came. */
typedef struct
{
  CvnSignupStatus status;
  gint64          people;
  gboolean        takes_seat;  /* speakers and helpers do not */
  const char     *offer_until; /* ISO day, the last one on which the offer holds; borrowed; may be NULL */
} CvnSignup;

#define CVN_CAPACITY_UNLIMITED -1

const char     *cvn_signup_status_get_code (CvnSignupStatus status);
CvnSignupStatus cvn_signup_status_from_code (const char *code);

gint64 cvn_waiting_list_count_taken (const CvnSignup *signups, guint n);
gint64 cvn_waiting_list_count_free (gint64 capacity, const CvnSignup *signups, guint n);
guint  cvn_waiting_list_pass_on (gint64 capacity, CvnSignup *signups, guint n, const char *today, const char *until);

G_END_DECLS
