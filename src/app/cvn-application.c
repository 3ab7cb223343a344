/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-application"

#include "cvn-application.h"

struct _CvnApplication
{
  AdwApplication parent_instance;
  CvnCentre     *centre;
};

G_DEFINE_FINAL_TYPE (CvnApplication, cvn_application, ADW_TYPE_APPLICATION)

static void
cvn_application_startup (GApplication *application)
{
  CVN_APPLICATION (application)->centre = cvn_centre_new ();
  G_APPLICATION_CLASS (cvn_application_parent_class)->startup (application);
}

static void
cvn_application_activate (GApplication *application)
{
  CvnApplication *self = CVN_APPLICATION (application);
  GtkWindow      *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (cvn_window_new (GTK_APPLICATION (self), self->centre));
  gtk_window_present (window);
}

static void
cvn_application_shutdown (GApplication *application)
{
  CvnApplication *self = CVN_APPLICATION (application);

  G_APPLICATION_CLASS (cvn_application_parent_class)->shutdown (application);
  if (self->centre != NULL)
    cvn_centre_close (self->centre);
  g_clear_object (&self->centre);
}

static void
cvn_application_class_init (CvnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = cvn_application_startup;
  application_class->activate = cvn_application_activate;
  application_class->shutdown = cvn_application_shutdown;
}

static void
cvn_application_init (CvnApplication *self)
{
}

/** cvn_application_new: the program, to be given to g_application_run(). */
CvnApplication *
cvn_application_new (void)
{
  return g_object_new (CVN_TYPE_APPLICATION,
                       "application-id", "org.convenant.Convenant",
                       "resource-base-path", "/org/convenant/Convenant",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
