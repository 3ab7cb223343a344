/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"

G_BEGIN_DECLS

/* One of the values of a field that is named by records of another kind: an axis of the vision, a life stage. */
typedef struct
{
  char *code;
  char *name_nl;
  char *name_en;
  char *id; /* of the record, NULL for a name that comes with the program */
} CvnCodeName;

GPtrArray         *cvn_code_names_new (const CvnField *field, GPtrArray *records);
void               cvn_code_names_add (GPtrArray *names, const char *code);
const CvnCodeName *cvn_code_names_find (GPtrArray *names, const char *code);
const char        *cvn_code_name_get (const CvnCodeName *self, CvnLanguage language);

G_END_DECLS
