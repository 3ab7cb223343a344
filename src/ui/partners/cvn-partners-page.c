/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partners-page"

#include "cvn-partners-page.h"

#include "cvn-guard.h"
#include "cvn-partner-browser.h"
#include "cvn-partner-editor.h"
#include "cvn-partner-split.h"
#include "cvn-partner-view.h"
#include "cvn-record-page.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>

struct _CvnPartnersPage
{
  CvnPage parent_instance;

  CvnPartnerSplit   *split;
  CvnPartnerBrowser *browser;
  GtkStack          *detail;
  GtkWidget         *nobody;
  CvnPartnerView    *view;
  CvnPartnerEditor  *editor; /* made when the first form is asked for */
  char              *wanted; /* the contact or interaction to edit once its partner is loaded, or NULL */
  GCancellable      *finding;
};

G_DEFINE_FINAL_TYPE (CvnPartnersPage, cvn_partners_page, CVN_TYPE_PAGE)

static gboolean
is_editing (CvnPartnersPage *self)
{
  return self->editor != NULL && cvn_partner_editor_is_open (self->editor);
}

static void
update (CvnPartnersPage *self)
{
  gboolean    folded = cvn_partner_split_is_folded (self->split);
  gboolean    inside = folded && cvn_partner_split_get_show_detail (self->split);
  CvnPartner *partner = cvn_partner_view_get_partner (self->view);

  cvn_partner_browser_set_browsing (self->browser, !folded);
  cvn_page_set_can_go_back (CVN_PAGE (self), inside || is_editing (self));
  cvn_page_set_title (CVN_PAGE (self), inside && partner != NULL && *cvn_partner_get_name (partner) != '\0' ? cvn_partner_get_name (partner) : NULL);
  if (self->editor != NULL)
    cvn_partner_editor_set_can_close (self->editor, !folded);
}

static void
show_detail (CvnPartnersPage *self,
             const char      *name)
{
  gtk_stack_set_visible_child_name (self->detail, name);
  update (self);
}

static void
gone_cb (CvnPartnersPage *self)
{
  cvn_partner_view_set_partner (self->view, NULL);
  cvn_partner_split_set_show_detail (self->split, FALSE);
  show_detail (self, "nobody");
}

static void
open_partner (CvnPartnersPage *self,
              const char      *id)
{
  CvnPartner *current = cvn_partner_view_get_partner (self->view);

  if (current == NULL || g_strcmp0 (cvn_partner_get_id (current), id) != 0)
    {
      g_autoptr (CvnPartner) partner = cvn_partner_new (cvn_page_get_centre (CVN_PAGE (self)), id);

      g_signal_connect_object (partner, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
      cvn_partner_view_set_partner (self->view, partner);
    }
  cvn_partner_browser_select (self->browser, id);
  show_detail (self, "partner");
}

static void
leave_editor (CvnPartnersPage *self)
{
  if (self->editor != NULL)
    cvn_partner_editor_close (self->editor);
}

/* When the partner slides over the list, the focus goes with it. */
static void
take_focus (CvnPartnersPage *self)
{
  if (cvn_partner_split_is_folded (self->split) && cvn_partner_split_get_show_detail (self->split) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->split)) == GTK_WIDGET (self->browser))
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Somebody chose a partner; the first one is shown without that. */
static void
chosen_cb (CvnPartnersPage *self,
           const char      *id,
           gboolean         by_person)
{
  g_autofree char *copy = g_strdup (id);

  leave_editor (self);
  open_partner (self, copy);
  if (by_person)
    cvn_partner_split_set_show_detail (self->split, TRUE);
  update (self);
  take_focus (self);
}

static void
entered_cb (CvnPartnersPage *self)
{
  cvn_partner_split_set_show_detail (self->split, TRUE);
  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
closed_cb (CvnPartnersPage *self,
           CvnDraft        *draft)
{
  if (g_str_equal (cvn_draft_get_kind (draft)->name, "organisation") && !cvn_draft_is_new (draft))
    open_partner (self, cvn_record_get_id (cvn_draft_get_record (draft)));
  show_detail (self, cvn_partner_view_get_partner (self->view) != NULL ? "partner" : "nobody");
  if (cvn_partner_view_get_partner (self->view) != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
  else
    {
      cvn_partner_split_set_show_detail (self->split, FALSE);
      cvn_partner_browser_focus_list (self->browser);
    }
  update (self);
}

static void
open_similar_cb (CvnPartnersPage *self,
                 const char      *id)
{
  open_partner (self, id);
}

static void
edit (CvnPartnersPage *self,
      CvnDraft        *draft)
{
  if (self->editor == NULL)
    {
      self->editor = CVN_PARTNER_EDITOR (cvn_partner_editor_new (cvn_page_get_centre (CVN_PAGE (self))));
      gtk_stack_add_named (self->detail, GTK_WIDGET (self->editor), "form");
      g_signal_connect_object (self->editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->editor, "open", G_CALLBACK (open_similar_cb), self, G_CONNECT_SWAPPED);
    }
  leave_editor (self);
  gtk_stack_set_visible_child_name (self->detail, "form");
  cvn_partner_split_set_show_detail (self->split, TRUE);
  cvn_partner_editor_edit (self->editor, draft);
  update (self);
}

static void
loaded_cb (CvnPartnersPage *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);

  update (self);
  take_focus (self);
  if (wanted != NULL)
    cvn_partner_view_edit_record (self->view, wanted);
  if (cvn_partner_browser_is_loaded (self->browser))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
listed_cb (CvnPartnersPage *self)
{
  /* Where there is nobody to choose the list says so, and how to add the first one. */
  gtk_widget_set_visible (self->nobody, !cvn_partner_browser_is_empty (self->browser));
  if (cvn_partner_view_get_partner (self->view) == NULL || cvn_partner_view_is_loaded (self->view))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_partners_page_activate (CvnPage *page)
{
  CvnPartnersPage *self = CVN_PARTNERS_PAGE (page);
  CvnPartner      *partner = cvn_partner_view_get_partner (self->view);

  cvn_partner_browser_set_centre (self->browser, cvn_page_get_centre (page));
  if (partner != NULL)
    cvn_partner_browser_select (self->browser, cvn_partner_get_id (partner));
}

static void
cvn_partners_page_add (CvnPage *page)
{
  g_autoptr (CvnDraft) draft = cvn_draft_new (cvn_page_get_centre (page), cvn_kind_find ("organisation"), CVN_ACTION_ADD);

  edit (CVN_PARTNERS_PAGE (page), draft);
}

static void
cvn_partners_page_go_back (CvnPage *page)
{
  CvnPartnersPage *self = CVN_PARTNERS_PAGE (page);

  if (is_editing (self))
    {
      leave_editor (self);
      return;
    }
  cvn_partner_split_set_show_detail (self->split, FALSE);
  cvn_partner_browser_focus_list (self->browser);
  update (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnPartnersPage) self = data;
  g_autoptr (CvnRecordPage) page = cvn_record_page_read_finish (cvn_page_get_centre (CVN_PAGE (self)), result, NULL);
  CvnRecord *record = page != NULL ? g_ptr_array_index (page->records, 0) : NULL;

  if (record == NULL)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (cvn_record_get_id (record));
  open_partner (self, cvn_record_get_text (record, "organisation"));
  if (cvn_partner_view_is_loaded (self->view))
    loaded_cb (self);
}

/* A contact or an interaction is shown in the form, on top of the partner that it belongs to. */
static void
open_part (CvnPartnersPage *self,
           const CvnKind   *kind,
           const char      *id)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = g_cancellable_new ();
  cvn_record_page_read_one_async (cvn_page_get_centre (CVN_PAGE (self)), kind, id, self->finding, found_cb, g_object_ref (self));
}

static gboolean
cvn_partners_page_open_record (CvnPage    *page,
                               const char *kind_name,
                               const char *id)
{
  CvnPartnersPage *self = CVN_PARTNERS_PAGE (page);
  const CvnKind   *kind = cvn_kind_find (kind_name);

  if (kind == NULL || kind->area != CVN_AREA_PARTNERS || !cvn_centre_is_open (cvn_page_get_centre (page)))
    return FALSE;
  leave_editor (self);
  if (g_str_equal (kind_name, "organisation"))
    open_partner (self, id);
  else if (g_str_equal (kind_name, "contact") || g_str_equal (kind_name, "interaction"))
    open_part (self, kind, id);
  else
    return FALSE;
  cvn_partner_split_set_show_detail (self->split, TRUE);
  update (self);
  return TRUE;
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gboolean can_go_back;

  g_object_get (widget, "can-go-back", &can_go_back, NULL);
  if (can_go_back)
    cvn_page_go_back (CVN_PAGE (widget));
  else
    cvn_partner_browser_focus_list (CVN_PARTNERS_PAGE (widget)->browser);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  cvn_page_add (CVN_PAGE (widget));
}

static void
cvn_partners_page_constructed (GObject *object)
{
  static const char *const own[] = { "partners.add", NULL };
  static const char *const of_view[] = { "partner.add", "partner.edit", NULL };
  CvnPartnersPage         *self = CVN_PARTNERS_PAGE (object);
  CvnCentre               *centre = cvn_page_get_centre (CVN_PAGE (self));

  G_OBJECT_CLASS (cvn_partners_page_parent_class)->constructed (object);
  cvn_guard_actions (GTK_WIDGET (self), centre, own);
  cvn_guard_actions (GTK_WIDGET (self->view), centre, of_view);
}

static void
cvn_partners_page_dispose (GObject *object)
{
  CvnPartnersPage *self = CVN_PARTNERS_PAGE (object);

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->editor = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL); /* AdwBin would unparent a child of the template once more */
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_PARTNERS_PAGE);
  G_OBJECT_CLASS (cvn_partners_page_parent_class)->dispose (object);
}

static void
cvn_partners_page_finalize (GObject *object)
{
  g_free (CVN_PARTNERS_PAGE (object)->wanted);
  G_OBJECT_CLASS (cvn_partners_page_parent_class)->finalize (object);
}

static void
cvn_partners_page_class_init (CvnPartnersPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CvnPageClass   *page_class = CVN_PAGE_CLASS (klass);

  object_class->constructed = cvn_partners_page_constructed;
  object_class->dispose = cvn_partners_page_dispose;
  object_class->finalize = cvn_partners_page_finalize;
  page_class->activate = cvn_partners_page_activate;
  page_class->add = cvn_partners_page_add;
  page_class->go_back = cvn_partners_page_go_back;
  page_class->open_record = cvn_partners_page_open_record;
  gtk_widget_class_install_action (widget_class, "partners.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "partners.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "partners.back", NULL);

  g_type_ensure (CVN_TYPE_PARTNER_SPLIT);
  g_type_ensure (CVN_TYPE_PARTNER_BROWSER);
  g_type_ensure (CVN_TYPE_PARTNER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/partners/cvn-partners-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnPartnersPage, split);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnersPage, browser);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnersPage, detail);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnersPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnersPage, view);
}

static void
cvn_partners_page_init (CvnPartnersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cvn_page_set_can_add (CVN_PAGE (self), TRUE);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->browser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->browser, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->browser, "listed", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "edit", G_CALLBACK (edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
}
