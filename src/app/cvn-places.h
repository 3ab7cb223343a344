/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What comes with the program to look around in. */
typedef enum {
  CVN_SAMPLE_CENTRE,
  CVN_SAMPLE_PROGRAMME,
} CvnSample;

char  *cvn_places_dup_default_file (GSettings *settings);
char  *cvn_places_dup_own_file (const char *name);
char  *cvn_places_dup_sample_file (CvnSample which);
GFile *cvn_places_get_sample_source (CvnSample which);

G_END_DECLS
