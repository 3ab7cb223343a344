/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"
#include "cvn-reader.h"

G_BEGIN_DECLS

struct _CvnReader
{
  CvnDb       *db;       /* borrowed; it outlives the reader */
  GHashTable  *titles;   /* of records referred to: kind/language/id to text */
  GHashTable **resolved; /* for each kind, NULL or what files call a record to its id */
};

CvnReader *cvn_reader_new (CvnDb *db);
void       cvn_reader_free (CvnReader *self);
void       cvn_reader_forget (CvnReader *self);
void       cvn_reader_tell_apart (CvnReader *self, GPtrArray *hits, CvnLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnReader, cvn_reader_free)

G_END_DECLS
