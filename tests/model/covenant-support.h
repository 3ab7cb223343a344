/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-support.h"

#include "cvn-operations.h"

/* The day of all that is done. */
#define TODAY "2019-11-01"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  char         *agreement;
  char         *rule;
  char         *parties[3];
} Covenant;

void       covenant_set_up (Covenant *fixture, gconstpointer data);
void       covenant_tear_down (Covenant *fixture, gconstpointer data);
char      *covenant_run (Covenant *fixture, CvnOperation *operation);
void       covenant_refuse (Covenant *fixture, CvnOperation *operation, const char *field);
gint64     covenant_ask (Covenant *fixture, const char *sql);
GPtrArray *covenant_find (Covenant *fixture, const char *kind, const char *field, const char *value);
void       covenant_allocate (Covenant *fixture, int year);
void       covenant_plan (Covenant *fixture, const char *commitment, guint n);
char      *covenant_make_invoice (Covenant *fixture, const char *instalment);
char      *covenant_pay (Covenant *fixture, guint party, const char *invoice, gint64 amount, gboolean allow_over);
void       covenant_assert_invoice (Covenant *fixture, const char *id, const char *status, const char *paid_on);
