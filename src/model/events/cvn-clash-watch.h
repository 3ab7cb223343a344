/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

G_BEGIN_DECLS

/*
 * What speaks against the day and the place of an event while somebody fills them in, before anything is saved.
 * Signal "changed": the sentences are others.
 */
#define CVN_TYPE_CLASH_WATCH (cvn_clash_watch_get_type ())
G_DECLARE_FINAL_TYPE (CvnClashWatch, cvn_clash_watch, CVN, CLASH_WATCH, GObject)

CvnClashWatch     *cvn_clash_watch_new (CvnCentre *centre, CvnDraft *draft);
gboolean           cvn_clash_watch_is_looking (CvnClashWatch *self);
const char *const *cvn_clash_watch_get_sentences (CvnClashWatch *self);

G_END_DECLS
