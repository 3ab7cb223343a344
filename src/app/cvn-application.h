/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-places.h"
#include "cvn-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The program with a window. */
#define CVN_TYPE_APPLICATION (cvn_application_get_type ())
G_DECLARE_FINAL_TYPE (CvnApplication, cvn_application, CVN, APPLICATION, AdwApplication)

CvnApplication *cvn_application_new (const char *path, GApplicationFlags flags);

CvnWindow *cvn_application_get_window (CvnApplication *self);
CvnCentre *cvn_application_get_centre (CvnApplication *self);
void       cvn_application_open (CvnApplication *self, const char *path);
void       cvn_application_open_sample (CvnApplication *self, CvnSample which);
void       cvn_application_create (CvnApplication *self, const char *name, const char *const *municipalities);

G_END_DECLS
