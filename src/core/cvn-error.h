/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef enum {
  CVN_ERROR_FAILED,
  CVN_ERROR_INVALID,
  CVN_ERROR_REQUIRED,
  CVN_ERROR_OUT_OF_RANGE,
  CVN_ERROR_OVERFLOW,
  CVN_ERROR_AMBIGUOUS,
  CVN_ERROR_BSN,
  CVN_ERROR_NOT_UNIQUE,
  CVN_ERROR_UNKNOWN_REFERENCE,
  CVN_ERROR_IN_USE,
  CVN_ERROR_CONFLICT,
  CVN_ERROR_NOT_FOUND,
  CVN_ERROR_READ_ONLY,
  CVN_ERROR_NOT_A_CENTRE,
  CVN_ERROR_NEWER_FILE,
  CVN_ERROR_DAMAGED,
  CVN_ERROR_BUSY,
  CVN_ERROR_NO_SPACE,
  CVN_ERROR_IO,
  CVN_ERROR_FORMAT,
  CVN_ERROR_FINAL, /* it has left the house: it is corrected by another document, not changed */
  /* Of a server. */
  CVN_ERROR_OFFLINE,      /* it cannot be reached */
  CVN_ERROR_TIMEOUT,      /* it is too slow, or silent */
  CVN_ERROR_UNTRUSTED,    /* its certificate, or a connection that is not encrypted */
  CVN_ERROR_UNAUTHORISED, /* name or password */
  CVN_ERROR_FORBIDDEN,    /* this person may not */
  CVN_ERROR_LOCKED_OUT,   /* too many wrong passwords: only waiting helps */
  CVN_ERROR_NOT_COUCHDB,  /* somebody else answers there */
  CVN_ERROR_TOO_LARGE,    /* what is sent, or what is answered */
  CVN_ERROR_REJECTED,     /* it does not understand what it is sent */
  CVN_ERROR_EXISTS,
  CVN_ERROR_SERVER,    /* it is in trouble itself, or busy: later */
  CVN_ERROR_NO_SECRET, /* the keyring does not answer, or knows no password */
} CvnError;

#define CVN_ERROR (cvn_error_quark ())

GQuark cvn_error_quark (void);

/* The field that a failed check is about: it travels in the error, so that a form can mark the row. */
void        cvn_error_set_field (GError **error, const char *field);
const char *cvn_error_get_field (const GError *error);
void        cvn_error_set_record (GError **error, const char *id);
const char *cvn_error_get_record (const GError *error);
