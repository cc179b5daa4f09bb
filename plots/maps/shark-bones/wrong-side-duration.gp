# wrong-side-duration: Time on the wrong side: shark-bones
#
# Draw it again:   gnuplot wrong-side-duration.gp
# As PNG or PDF:   gnuplot -e "format='png'" wrong-side-duration.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" wrong-side-duration.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'wrong-side-duration.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1191,581 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2382,1162 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 12.41in,6.05in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,750 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1125 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.81in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,358 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1432 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.73in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $wrong_side_duration has the columns 1 x, 2 y, 3 wrong_side_epochs, 4 is_empty, 5 is_diverged
set table $wrong_side_duration; plot 'wrong-side-duration.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(5)."\t".strcol(11)."\t".strcol(12)) with table; unset table
# $stability_limit has the columns 1 x, 2 y
set table $stability_limit; plot 'stability-limit.tsv' using (strcol(1)."\t".strcol(2)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09656
if (medium eq 'web') set rmargin at screen 0.61713
if (medium eq 'web') set bmargin at screen 0.18244
if (medium eq 'web') set tmargin at screen 0.92255
if (medium eq 'slides') set lmargin at screen 0.10535
if (medium eq 'slides') set rmargin at screen 0.87685
if (medium eq 'slides') set bmargin at screen 0.3984
if (medium eq 'slides') set tmargin at screen 0.9136
if (medium eq 'paper') set lmargin at screen 0.18383
if (medium eq 'paper') set rmargin at screen 0.7851
if (medium eq 'paper') set bmargin at screen 0.43985
if (medium eq 'paper') set tmargin at screen 0.91955
set border 15 linecolor '#404040'
set title 'Time on the wrong side: shark-bones' offset 0,-0.3
if (medium eq 'web') set label 40 'learning rate η' at screen 0.35684,0.10628 center
if (medium eq 'web') set label 1 'initial scale γ' at screen 0.03965,0.5525 center rotate by 90
if (medium eq 'web') set label 3 'epochs on the wrong side' at screen 0.68599,0.5525 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Each cell: median over 20 seeds; runs without a value are left out.'.'}' at screen 0.09656,0.06756 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 20 … 320 (16 values) · γ = 1e-12 … 10 (14 values) · seed 1 … 20 (20 values)'.'}' at screen 0.0063,0.02251 left textcolor '#707070'
if (medium eq 'slides') set label 40 'learning rate η' at screen 0.4911,0.304 center
if (medium eq 'slides') set label 1 'initial scale γ' at screen 0.02063,0.656 center rotate by 90
if (medium eq 'slides') set label 3 'epochs on the wrong side' at screen 0.97938,0.656 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Each cell: median over 20 seeds; runs without a value are left out.'.'}' at screen 0.10535,0.256 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 20 … 320 (16 values) · γ = 1e-12 … 10 (14 values) · seed 1 … 20 (20 values)'.'}' at screen 0.00938,0.0279 left textcolor '#707070'
if (medium eq 'paper') set label 40 'learning rate η' at screen 0.48446,0.35196 center
if (medium eq 'paper') set label 1 'initial scale γ' at screen 0.03599,0.6797 center rotate by 90
if (medium eq 'paper') set label 3 'epochs on the wrong side' at screen 0.96401,0.6797 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Each cell: median over 20 seeds; runs without a value are left'.'}' at screen 0.01309,0.30726 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'out.'.'}' at screen 0.01309,0.27318 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 20 … 320 (16 values) · γ = 1e-12 … 10 (14'.'}' at screen 0.01636,0.06007 left textcolor '#707070'
if (medium eq 'paper') set label 31 '{/*0.88 '.'values) · seed 1 … 20 (20 values)'.'}' at screen 0.01636,0.02598 left textcolor '#707070'
if (medium eq 'web') set xrange [-0.5:15.5]
if (medium eq 'web') set xtics out scale 0 nomirror ('20' 0, '60' 2, '100' 4, '140' 6, '180' 8, '220' 10, '260' 12, '300' 14)
if (medium eq 'slides') set xrange [-0.5:15.5]
if (medium eq 'slides') set xtics out scale 0 nomirror ('20' 0, '60' 2, '100' 4, '140' 6, '180' 8, '220' 10, '260' 12, '300' 14)
if (medium eq 'paper') set xrange [-0.5:15.5]
if (medium eq 'paper') set xtics out scale 0 nomirror ('20' 0, '80' 3, '140' 6, '200' 9, '260' 12, '320' 15)
set yrange [-0.5:13.5]
set ytics out scale 0 nomirror ('1e-12' 0, '1e-11' 1, '1e-10' 2, '1e-9' 3, '1e-8' 4, '1e-7' 5, '1e-6' 6, '1e-5' 7, '1e-4' 8, '0.001' 9, '0.01' 10, '0.1' 11, '1' 12, '10' 13)
if (medium eq 'web') set key at screen 0.71788,0.92255 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.22579 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -9
if (medium eq 'paper') set key at screen 0.01309,0.24505 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -9
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [0:76]
if (medium eq 'web') set colorbox user origin screen 0.62594,0.18244 size screen 0.01134,0.7401
if (medium eq 'web') set cbtics out nomirror 10
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [0:76]
if (medium eq 'slides') set colorbox user origin screen 0.88998,0.3984 size screen 0.01688,0.5152
if (medium eq 'slides') set cbtics out nomirror 20
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [0:76]
if (medium eq 'paper') set colorbox user origin screen 0.808,0.43985 size screen 0.02945,0.4797
if (medium eq 'paper') set cbtics out nomirror 20
set object rectangle from first -0.5, graph 0 to first 15.5, graph 1 behind fillcolor rgb '#ececec' fillstyle solid noborder
plot NaN with lines linecolor rgb '#ececec' linewidth 10 dashtype 1 title 'most runs did not converge', \
     $wrong_side_duration using 1:(column(3)==column(3)?column(2):NaN):(column(1)-0.5):(column(1)+0.5):(column(2)-0.5):(column(2)+0.5):(column(3)) with boxxyerror linecolor palette fillstyle solid noborder notitle, \
     $wrong_side_duration using 1:(column(4)>0?column(2):NaN) with points pointtype 7 pointsize 0.4 linecolor rgb '#777777' notitle, \
     $wrong_side_duration using (column(1)-0.142):((column(5)>0?column(2):NaN)-(0.179)):(0.284):(0.358) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     $wrong_side_duration using (column(1)-0.142):((column(5)>0?column(2):NaN)-(-0.179)):(0.284):(-0.358) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     $wrong_side_duration using (column(1)-0.142):((column(5)>0?column(2):NaN)-(0.179)):(0.284):(0.358) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     $wrong_side_duration using (column(1)-0.142):((column(5)>0?column(2):NaN)-(-0.179)):(0.284):(-0.358) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     NaN with points pointtype 2 linewidth 1.5 linecolor rgb '#000000' title 'half or more runs diverged', \
     $stability_limit using 1:2 with lines linecolor rgb '#ffffff' linewidth 3 dashtype 1 notitle, \
     $stability_limit using 1:2 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: largest stable learning rate'
