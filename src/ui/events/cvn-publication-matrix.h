/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All events of the year in focus against all channels: what is published, what is due, what is late. */
#define CVN_TYPE_PUBLICATION_MATRIX (cvn_publication_matrix_get_type ())
G_DECLARE_FINAL_TYPE (CvnPublicationMatrix, cvn_publication_matrix, CVN, PUBLICATION_MATRIX, AdwBin)

GtkWidget *cvn_publication_matrix_new (CvnCentre *centre);

G_END_DECLS
