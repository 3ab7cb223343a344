/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-invoice-sheet.h"
#include "cvn-xml-writer.h"

G_BEGIN_DECLS

gboolean cvn_ubl_party_write (CvnXmlWriter *xml, const char *role, const CvnLetterParty *party, gboolean taxed, GError **error);

G_END_DECLS
