/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-store.h"

G_BEGIN_DECLS

/* A folder of its own for a test, with the name of a centre in it. */
typedef struct
{
  char *folder;
  char *path;
} CvnTestFolder;

void cvn_test_folder_make (CvnTestFolder *self);
void cvn_test_folder_make_centre (CvnTestFolder *self);
void cvn_test_folder_remove (CvnTestFolder *self);

void cvn_test_delete_tree (const char *path);

CvnRecord *cvn_test_make_organisation (const char *code, const char *name);
CvnRecord *cvn_test_make_contact (const char *organisation, const char *role);
CvnRecord *cvn_test_make_count (const char *municipality, gint64 month, gint64 count, gint64 paid);

gint64     cvn_test_put (CvnStore *store, CvnRecord *record);
gint64     cvn_test_delete (CvnStore *store, CvnRecord *record, GError **error);
CvnRecord *cvn_test_get (CvnStore *store, const char *kind, const char *id);
gint64     cvn_test_integer (const char *path, const char *sql);
void       cvn_test_sql (const char *path, const char *sql);
char      *cvn_test_dump (const char *path);

G_END_DECLS
