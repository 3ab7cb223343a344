/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

G_BEGIN_DECLS

/* A record by its name: what a search found, or what refers to another record. Property: "title". */
#define CVN_TYPE_RECORD_LINK (cvn_record_link_get_type ())
G_DECLARE_FINAL_TYPE (CvnRecordLink, cvn_record_link, CVN, RECORD_LINK, GObject)

CvnRecordLink *cvn_record_link_new (const CvnKind *kind, const char *id, const char *title, const char *note);
const CvnKind *cvn_record_link_get_kind (CvnRecordLink *self);
const char    *cvn_record_link_get_id (CvnRecordLink *self);
const char    *cvn_record_link_get_title (CvnRecordLink *self);
const char    *cvn_record_link_get_note (CvnRecordLink *self);

G_END_DECLS
