# features: Inputs and the last features of noisy-linear, with their names
#
# Draw it again:   gnuplot features.gp
# As PNG or PDF:   gnuplot -e "format='png'" features.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" features.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'features.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,520 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1040 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.42in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,747 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1121 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.78in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,332 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1328 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.46in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.1
if (medium eq 'web') set rmargin at screen 0.32727
if (medium eq 'web') set bmargin at screen 0.28846
if (medium eq 'web') set tmargin at screen 0.91346
if (medium eq 'slides') set lmargin at screen 0.12566
if (medium eq 'slides') set rmargin at screen 0.35591
if (medium eq 'slides') set bmargin at screen 0.22972
if (medium eq 'slides') set tmargin at screen 0.91325
if (medium eq 'paper') set lmargin at screen 0.21928
if (medium eq 'paper') set rmargin at screen 0.3838
if (medium eq 'paper') set bmargin at screen 0.22972
if (medium eq 'paper') set tmargin at screen 0.91325
set border 15 linecolor '#404040'
set title 'Inputs' offset 0,-0.3
if (medium eq 'web') set label 30 '{/*0.88 '.'noisy-linear · seed 2021'.'}' at screen 0.00682,0.02515 left textcolor '#707070'
if (medium eq 'slides') set label 30 '{/*0.88 '.'noisy-linear · seed 2021'.'}' at screen 0.00938,0.02802 left textcolor '#707070'
if (medium eq 'paper') set label 30 '{/*0.88 '.'noisy-linear · seed 2021'.'}' at screen 0.01636,0.02802 left textcolor '#707070'
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('input-1' 0, 'input-2' 1, 'input-3' 2)
set yrange [36.5:-0.5]
set ytics out scale 0 nomirror ('sample-1' 0, 'sample-3' 2, 'sample-5' 4, 'sample-7' 6, 'sample-9' 8, 'sample-11' 10, 'sample-13' 12, 'sample-15' 14, 'sample-17' 16, 'sample-19' 18, 'sample-21' 20, 'sample-23' 22, 'sample-25' 24, 'sample-27' 26, 'sample-29' 28, 'sample-31' 30, 'sample-33' 32, 'sample-35' 34, 'sample-37' 36)
unset key
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [0.0586:0.982]
if (medium eq 'web') set colorbox user origin screen 0.33682,0.28846 size screen 0.01227,0.625
if (medium eq 'web') set cbtics out scale 0 nomirror ('0.0586' 0.0586, '0.982' 0.982)
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [0.0586:0.982]
if (medium eq 'slides') set colorbox user origin screen 0.36903,0.22972 size screen 0.01688,0.68353
if (medium eq 'slides') set cbtics out scale 0 nomirror ('0.0586' 0.0586, '0.982' 0.982)
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [0.0586:0.982]
if (medium eq 'paper') set colorbox user origin screen 0.40671,0.22972 size screen 0.02945,0.68353
if (medium eq 'paper') set cbtics out scale 0 nomirror ('0.0586' 0.0586, '0.982' 0.982)
plot 'features-inputs.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.42727
if (medium eq 'web') set rmargin at screen 0.91364
if (medium eq 'web') set bmargin at screen 0.28846
if (medium eq 'web') set tmargin at screen 0.91346
if (medium eq 'slides') set lmargin at screen 0.48659
if (medium eq 'slides') set rmargin at screen 0.90559
if (medium eq 'slides') set bmargin at screen 0.22972
if (medium eq 'slides') set tmargin at screen 0.91325
if (medium eq 'paper') set lmargin at screen 0.61185
if (medium eq 'paper') set rmargin at screen 0.83525
if (medium eq 'paper') set bmargin at screen 0.22972
if (medium eq 'paper') set tmargin at screen 0.91325
set border 15 linecolor '#404040'
set title 'Features' offset 0,-0.3
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('output-1' 0, 'output-2' 1, 'output-3' 2)
set yrange [36.5:-0.5]
unset ytics
unset key
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [1.14:16.7]
if (medium eq 'web') set colorbox user origin screen 0.92318,0.28846 size screen 0.01227,0.625
if (medium eq 'web') set cbtics out scale 0 nomirror ('1.14' 1.14, '16.7' 16.7)
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [1.14:16.7]
if (medium eq 'slides') set colorbox user origin screen 0.91872,0.22972 size screen 0.01688,0.68353
if (medium eq 'slides') set cbtics out scale 0 nomirror ('1.14' 1.14, '16.7' 16.7)
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [1.14:16.7]
if (medium eq 'paper') set colorbox user origin screen 0.85815,0.22972 size screen 0.02945,0.68353
if (medium eq 'paper') set cbtics out scale 0 nomirror ('1.14' 1.14, '16.7' 16.7)
plot 'features.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
