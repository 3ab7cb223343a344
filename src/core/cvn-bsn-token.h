/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A number of eight or nine digits in a plain text; begins as zeros. */
typedef struct
{
  char  digits[10];
  gsize start;
  gsize end; /* the first byte after it */
} CvnBsnToken;

gboolean cvn_bsn_token_is_possible (const char *text);
char    *cvn_bsn_token_make_plain (const char *text);
gboolean cvn_bsn_token_next (const char *plain, CvnBsnToken *token);
